//! All photos, several at once, told in the order in which they were given.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::arguments::{Arguments, Command, Common};
use super::print;
#[cfg(feature = "reader")]
use crate::photo::Source;
use crate::photo::{self, Fitted, Photo, Report, Verdict};
#[cfg(feature = "reader")]
use crate::reader::{ReadProfile, Reader, Reading};

/// What came of one photo.
pub(super) enum Outcome {
    /// It was checked.
    Checked(Report),
    /// It was made to fit, and written there.
    Fitted(Fitted, Option<PathBuf>),
    /// It was looked at for its text.
    #[cfg(feature = "reader")]
    Read(Box<Reading>),
    /// It could not be read, or its result not be written.
    Failed(io::Error),
}

impl Outcome {
    /// The exit code for this photo alone.
    fn code(&self) -> u8 {
        match self {
            Self::Checked(report) => u8::from(report.verdict != Verdict::Pass),
            Self::Fitted(fitted, _) => {
                u8::from(!fitted.ok || fitted.report.verdict == Verdict::Retake)
            }
            #[cfg(feature = "reader")]
            Self::Read(reading) => u8::from(!reading.is_readable),
            Self::Failed(_) => 2,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let common = arguments.command.common();
    let means = match Means::of(&arguments.command) {
        Ok(means) => means,
        Err(error) => {
            // Where nobody listens, the code says it.
            let _ = writeln!(io::stderr(), "{error}");
            return ExitCode::from(2);
        }
    };
    let files = &common.files;
    let next = AtomicUsize::new(0);
    let (tell, told) = mpsc::channel();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let jobs = common.jobs.map_or(processors, usize::from).min(files.len());
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (tell, next, means) = (tell.clone(), &next, &means);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { break };
                    // Nobody listens any more where the output was closed.
                    if tell.send((at, one(&arguments.command, means, file))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(tell);
        tell_all(common, told.into_iter())
    })
}

/// Prints what comes, in order, and how far it is where somebody watches.
fn tell_all(common: &Common, outcomes: impl Iterator<Item = (usize, Outcome)>) -> ExitCode {
    let (mut out, mut errors) = (io::stdout().lock(), io::stderr().lock());
    let is_watched = 1 < common.files.len() && errors.is_terminal();
    let (mut waiting, mut printed, mut code) = (BTreeMap::new(), 0, 0);
    for (done, (at, outcome)) in (1..).zip(outcomes) {
        code = code.max(outcome.code());
        waiting.insert(at, outcome);
        while let Some(outcome) = waiting.remove(&printed) {
            let text = print::one(common, &common.files[printed], &outcome);
            printed += 1;
            if out.write_all(text.as_bytes()).is_err() {
                return ExitCode::from(2);
            }
        }
        if is_watched {
            // A progress that cannot be shown is none.
            let _ = write!(errors, "\r{done}/{}", common.files.len());
        }
    }
    if is_watched {
        let _ = writeln!(errors);
    }
    ExitCode::from(code)
}

/// What a command needs beside the photos, made once.
struct Means {
    #[cfg(feature = "reader")]
    reader: Option<Reader>,
}

impl Means {
    #[cfg(feature = "reader")]
    fn of(command: &Command) -> io::Result<Self> {
        let Command::Read { model, .. } = command else { return Ok(Self { reader: None }) };
        let named = |error: &dyn std::error::Error| {
            io::Error::other(format!("{}: {error}", model.display()))
        };
        let bytes = fs::read(model).map_err(|error| named(&error))?;
        Ok(Self { reader: Some(Reader::new(&bytes).map_err(|error| named(&error))?) })
    }

    #[cfg(not(feature = "reader"))]
    #[expect(clippy::unnecessary_wraps)] // As with a reader.
    fn of(_: &Command) -> io::Result<Self> {
        Ok(Self {})
    }
}

/// One photo.
#[cfg_attr(not(feature = "reader"), expect(unused_variables))]
fn one(command: &Command, means: &Means, file: &Path) -> Outcome {
    let common = command.common();
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Outcome::Failed(error),
    };
    let name = file.file_name().map(|name| name.to_string_lossy());
    let photo = Photo { file_name: name.as_deref(), kind: common.kind, ..Photo::new(&bytes) };
    let profile = common.profile.profile();
    match command {
        #[cfg(feature = "reader")]
        Command::Read { .. } => match (&means.reader, Source::of(&photo, profile)) {
            (Some(reader), Ok(source)) => {
                Outcome::Read(Box::new(reader.read(&source, common.kind, &ReadProfile::STANDARD)))
            }
            // No pixels to be had: its report says why.
            (_, Err(report)) => Outcome::Checked(*report),
            (None, _) => Outcome::Failed(io::Error::other("no model")),
        },
        Command::Check(_) => Outcome::Checked(photo::check(&photo, profile)),
        Command::Fit { out, force, crop, .. } => {
            let mut fitted = photo::fit_with_progress(&photo, profile, *crop, &mut |_| {});
            let Some(result) = fitted.photo.take() else { return Outcome::Fitted(fitted, None) };
            let to = target(file, out.as_deref(), fitted.report.file_type.extension());
            match write(&to, &result, *force) {
                Ok(()) => Outcome::Fitted(fitted, Some(to)),
                Err(error) => Outcome::Failed(error),
            }
        }
    }
}

/// `photos/a.png` becomes `photos/a.fitted.jpg`, or `a.jpg` in a folder of its own.
fn target(file: &Path, out: Option<&Path>, extension: &str) -> PathBuf {
    match (out, file.file_name()) {
        (Some(folder), Some(name)) => folder.join(name).with_extension(extension),
        _ => file.with_extension(["fitted.", extension].concat()),
    }
}

fn write(to: &Path, bytes: &[u8], is_forced: bool) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).create_new(!is_forced);
    options.open(to)?.write_all(bytes)
}
