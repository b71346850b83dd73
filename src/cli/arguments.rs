//! What the program is told. Its help is made of the comments here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::photo::{Crop, Kind, ProfileId};
use crate::text::Locale;

/// Checks photos for WeChat Mini Program certification, and makes them fit.
///
/// Ends with 0 where every photo passes or can be read, 1 where one does not, 2 where a file cannot
/// be read or written.
#[derive(Debug, Parser)]
#[command(name = "renzheng", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Says of each photo whether it passes, can be repaired, or must be taken again
    Check(Common),
    /// Writes of each photo one that passes
    Fit {
        #[command(flatten)]
        common: Common,
        /// Where the results go; default: beside each photo, as NAME.fitted.jpg
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
        /// Overwrite results that are there
        #[arg(long)]
        force: bool,
        /// What is kept when a photo is coded anew: the document, or everything (none)
        #[arg(long, default_value = "document", value_parser = crop)]
        crop: Crop,
    },
    /// Reads what is printed on each photo of a card or licence
    #[cfg(feature = "reader")]
    Read {
        #[command(flatten)]
        common: Common,
        /// The model: what `make model` makes
        #[arg(long, value_name = "PACK", default_value = "target/reader/reader.pack")]
        model: PathBuf,
    },
}

#[derive(Args, Debug)]
pub(super) struct Common {
    /// The photos
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// What they show: id-front, id-back, licence, letter, stamped-copy or other
    #[arg(long, default_value = "other", value_parser = kind)]
    pub(super) kind: Kind,
    /// By which rules: certification-200k or wechat-upload
    #[arg(long, default_value = "certification-200k", value_parser = profile)]
    pub(super) profile: ProfileId,
    /// The language of the findings: zh or en; default: that of LANG
    #[arg(long, value_parser = locale)]
    pub(super) locale: Option<Locale>,
    /// One JSON object a line instead of text
    #[arg(long)]
    pub(super) json: bool,
    /// How many photos at once; default: one for each processor
    #[arg(long, value_name = "COUNT")]
    pub(super) jobs: Option<std::num::NonZeroUsize>,
}

impl Command {
    pub(super) fn common(&self) -> &Common {
        match self {
            Self::Check(common) | Self::Fit { common, .. } => common,
            #[cfg(feature = "reader")]
            Self::Read { common, .. } => common,
        }
    }
}

impl Common {
    /// The language of the findings.
    pub(super) fn locale(&self) -> Locale {
        self.locale.unwrap_or_else(|| {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"].map(std::env::var);
            let tag = set.into_iter().flatten().find(|tag| !tag.is_empty()).unwrap_or_default();
            Locale::for_tag(&tag)
        })
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| one_of(&Kind::NAMES))
}

fn profile(name: &str) -> Result<ProfileId, String> {
    ProfileId::from_name(name).ok_or_else(|| one_of(&ProfileId::NAMES))
}

fn crop(name: &str) -> Result<Crop, String> {
    Crop::from_name(name).ok_or_else(|| one_of(&Crop::NAMES))
}

#[expect(clippy::unnecessary_wraps)] // As clap wants it.
fn locale(tag: &str) -> Result<Locale, String> {
    Ok(Locale::for_tag(tag))
}

fn one_of(names: &[&str]) -> String {
    ["one of: ", &names.join(", ")].concat()
}
