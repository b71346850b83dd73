//! English: what is said of a photo.

use crate::photo::{FileType, Issue};
use crate::text::{ByteLimit, ByteSize, Message, format_name};

pub(in crate::text) fn photo_issue(issue: &Issue) -> Message {
    match *issue {
        Issue::Empty => Message::new(
            "The file is empty.",
            "Choose the photo again; if it came from a cloud drive or a chat, download it again.",
        ),
        Issue::WrongType { found } => wrong_type(found),
        Issue::ExtensionMismatch { found, promised } => Message::new(
            format!("The file calls itself {}, but it is {}.", article(promised), article(found)),
            "You can go on if the picture is right; the photo made by this tool has the right type.",
        ),
        Issue::Damaged => Message::new(
            "The photo file is incomplete or broken and cannot be shown in full.",
            "Take the photo again, or send the original again from the phone it was taken with.",
        ),
        Issue::Unsupported => Message::new(
            "This JPEG or PNG is coded in a rare way that the review system will hardly open.",
            "Open it in a photo app, save it as an ordinary JPEG, and choose the new file.",
        ),
        Issue::Animated => Message::new(
            "This picture moves (an animated PNG).",
            "Only still photos are reviewed; the repaired photo keeps the first frame, so look whether it is the right one.",
        ),
        Issue::OverLimit { found, most } => Message::new(
            format!("The file has {}; at most {} are accepted.", ByteSize(found), ByteLimit(most)),
            "This tool can compress it; if it is still too large then, take it again with the document filling the picture.",
        ),
        Issue::CannotFit { most } => Message::new(
            format!("Compressed to {}, the print would be unreadable.", ByteLimit(most)),
            "Take it again with the document filling the picture, on a plain background.",
        ),
        Issue::TooManyPixels { width, height } => Message::new(
            format!("With {width} × {height} pixels the photo is too large to work on."),
            "Choose a lower resolution in the camera settings (12 megapixels are plenty), or crop it in the photo app first.",
        ),
        Issue::TooFewPixels { width, height, least_short_side, least_long_side } => Message::new(
            format!("The photo has only {width} × {height} pixels; small print may be unreadable."),
            format!(
                "Use the original or take it again with at least {least_long_side} × {least_short_side} pixels, not a screenshot or thumbnail."
            ),
        ),
        Issue::Metadata { gps: true } => Message::new(
            "The photo tells where it was taken.",
            "The repaired photo has no place and no camera data; to send the original, switch off location in the camera first.",
        ),
        Issue::Metadata { gps: false } => Message::new(
            "The photo carries camera data, such as time and phone model.",
            "Nothing to do: the photo made by this tool has none.",
        ),
        Issue::TrailingData { found } => Message::new(
            format!("{} of other data hang on behind the end of the photo.", ByteSize(found)),
            "Motion photos have that; the repaired photo keeps the picture alone.",
        ),
        Issue::Blurred { .. } => Message::new(
            "The photo looks blurred; small print may be unreadable.",
            "Wipe the lens, hold the phone with both hands, tap the document to focus, and take it again.",
        ),
        Issue::Dark { .. } => Message::new(
            "The photo is too dark.",
            "Take it again in bright, even light, without shading the document.",
        ),
        Issue::Overexposed { .. } => Message::new(
            "Large parts of the photo are burnt out; print may have vanished there.",
            "Switch off the flash, avoid direct light, change the angle, and take it again.",
        ),
        Issue::LowContrast { .. } => Message::new(
            "The photo is flat: print hardly stands out from the paper.",
            "Wipe the lens, go closer, and take it again in even light.",
        ),
    }
}

/// Each type has its own way out.
fn wrong_type(found: FileType) -> Message {
    let fix = match found {
        FileType::Heic => {
            "On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again; convert an existing photo to JPEG in the Files app."
        }
        FileType::Avif | FileType::Webp | FileType::Jxl | FileType::Jp2 => {
            "Open it in the photo app and save it as a JPEG, or choose the original photo rather than one saved from a web page."
        }
        FileType::Gif | FileType::Bmp | FileType::Tiff | FileType::Ico | FileType::Psd => {
            "Open it in a picture viewer, save it as JPEG or PNG, and choose the new file."
        }
        FileType::Pdf => {
            "Export the page that is asked for as a JPEG, or photograph the paper itself."
        }
        FileType::Svg => "Choose a photo of the document; a drawing is not accepted.",
        FileType::Video => {
            "Take a still photo; a live photo can be saved as a still picture in the photo app."
        }
        FileType::Zip => {
            "Unpack it and choose the photo in it; photograph the paper instead of sending a Word file."
        }
        FileType::Text => {
            "Choose a photo; what was downloaded from a web page may be an error page."
        }
        FileType::Jpeg | FileType::Png | FileType::Empty | FileType::Unknown => {
            "Choose a JPEG or PNG photo from a phone or scanner."
        }
    };
    let what = if found == FileType::Unknown {
        "This file is no photo, or is broken beyond recognition.".to_owned()
    } else {
        format!("This is {} file, not a JPEG or PNG photo.", article(found))
    };
    Message::new(what, fix)
}

fn article(file_type: FileType) -> String {
    let name = match file_type {
        FileType::Video => "video",
        FileType::Text => "text",
        FileType::Ico => "icon (ICO)",
        FileType::Empty => "empty",
        FileType::Unknown => "unknown",
        other => format_name(other),
    };
    // By sound: an AVIF, but a HEIC, which nobody spells out.
    let article = if matches!(
        file_type,
        FileType::Avif | FileType::Svg | FileType::Ico | FileType::Empty | FileType::Unknown
    ) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}
