//! What a file really is, told from its first bytes and never from its name.

use crate::names::names;

names! {
    /// The type of a file by its content.
    ///
    /// Only [`Jpeg`](Self::Jpeg) and [`Png`](Self::Png) are decoded; the others are
    /// told apart so that the applicant can be told what to do about them.
    #[non_exhaustive]
    pub enum FileType {
        /// JPEG (ITU-T T.81).
        "jpeg" => Jpeg,
        /// PNG, animated ones included.
        "png" => Png,
        /// HEIC and its HEIF relatives: what iPhones write by default.
        "heic" => Heic,
        /// AVIF.
        "avif" => Avif,
        /// WebP.
        "webp" => Webp,
        /// GIF.
        "gif" => Gif,
        /// Windows bitmap.
        "bmp" => Bmp,
        /// TIFF, and the raw camera formats built on it.
        "tiff" => Tiff,
        /// Windows icon.
        "ico" => Ico,
        /// JPEG 2000.
        "jp2" => Jp2,
        /// JPEG XL.
        "jxl" => Jxl,
        /// Photoshop document.
        "psd" => Psd,
        /// PDF document.
        "pdf" => Pdf,
        /// SVG drawing.
        "svg" => Svg,
        /// Video: MP4, QuickTime and their relatives.
        "video" => Video,
        /// ZIP archive, and the office documents that are one.
        "zip" => Zip,
        /// Text of any sort: HTML, JSON, Base64.
        "text" => Text,
        /// Nothing at all.
        "empty" => Empty,
        /// None of the above.
        "unknown" => Unknown,
    }
}

impl FileType {
    /// How many leading bytes [`FileType::of`] looks at, at most.
    const HEAD: usize = 512;

    /// Tells the type from content.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::photo::FileType;
    ///
    /// assert_eq!(FileType::of(b"\xFF\xD8\xFF\xE0"), FileType::Jpeg);
    /// assert_eq!(FileType::of(b"GIF89a"), FileType::Gif);
    /// assert_eq!(FileType::of(b""), FileType::Empty);
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        let head = &bytes[..bytes.len().min(Self::HEAD)];
        SIGNATURES
            .iter()
            .find(|(signature, _)| head.starts_with(signature))
            .map(|&(_, found)| found)
            .or_else(|| riff(head))
            .or_else(|| iso_media(head))
            .or_else(|| text(head))
            .unwrap_or(Self::Unknown)
    }

    /// The type that a file name's ending promises, if it promises one.
    pub fn promised_by_name(file_name: &str) -> Option<Self> {
        let (_, ending) = file_name.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Self::Jpeg,
            "png" | "apng" => Self::Png,
            "heic" | "heif" | "hif" => Self::Heic,
            "avif" => Self::Avif,
            "webp" => Self::Webp,
            "gif" => Self::Gif,
            "bmp" => Self::Bmp,
            "tif" | "tiff" => Self::Tiff,
            "ico" => Self::Ico,
            "jp2" => Self::Jp2,
            "jxl" => Self::Jxl,
            "psd" => Self::Psd,
            "pdf" => Self::Pdf,
            "svg" => Self::Svg,
            "mp4" | "mov" => Self::Video,
            "zip" => Self::Zip,
            "txt" | "html" | "htm" | "json" => Self::Text,
            _ => return None,
        })
    }

    /// The type that a MIME type promises, if it promises one.
    pub fn promised_by_mime(mime_type: &str) -> Option<Self> {
        let essence = mime_type.split(';').next()?.trim().to_ascii_lowercase();
        Some(match essence.as_str() {
            "image/jpeg" | "image/jpg" | "image/pjpeg" => Self::Jpeg,
            "image/png" | "image/apng" => Self::Png,
            "image/heic" | "image/heif" => Self::Heic,
            "image/avif" => Self::Avif,
            "image/webp" => Self::Webp,
            "image/gif" => Self::Gif,
            "image/bmp" => Self::Bmp,
            "image/tiff" => Self::Tiff,
            "image/svg+xml" => Self::Svg,
            "application/pdf" => Self::Pdf,
            "application/zip" => Self::Zip,
            "text/plain" | "text/html" | "application/json" => Self::Text,
            _ => return None,
        })
    }

    /// The usual file name ending, without a dot: `jpg`, `png`, `heic` …
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Bmp => "bmp",
            Self::Tiff => "tif",
            Self::Ico => "ico",
            Self::Jp2 => "jp2",
            Self::Jxl => "jxl",
            Self::Psd => "psd",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Video => "mp4",
            Self::Zip => "zip",
            Self::Text => "txt",
            Self::Empty | Self::Unknown => "bin",
        }
    }
}

/// Signatures at the very start of a file.
const SIGNATURES: &[(&[u8], FileType)] = &[
    // Start of image. What follows is the header's business, so that a JPEG cut
    // off after two bytes is a damaged JPEG and not an unknown file.
    (b"\xFF\xD8", FileType::Jpeg),
    (b"\x89PNG\r\n\x1A\n", FileType::Png),
    (b"GIF87a", FileType::Gif),
    (b"GIF89a", FileType::Gif),
    (b"BM", FileType::Bmp),
    (b"II*\0", FileType::Tiff),
    (b"MM\0*", FileType::Tiff),
    (b"\0\0\x01\0", FileType::Ico),
    (b"\0\0\0\x0CjP  \r\n\x87\n", FileType::Jp2),
    (b"\xFF\x4F\xFF\x51", FileType::Jp2),
    (b"\xFF\x0A", FileType::Jxl),
    (b"\0\0\0\x0CJXL \r\n\x87\n", FileType::Jxl),
    (b"8BPS", FileType::Psd),
    (b"%PDF-", FileType::Pdf),
    (b"PK\x03\x04", FileType::Zip),
    (b"PK\x05\x06", FileType::Zip),
];

fn riff(head: &[u8]) -> Option<FileType> {
    match head {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(FileType::Webp),
        [b'R', b'I', b'F', b'F', ..] => Some(FileType::Video),
        _ => None,
    }
}

/// ISO base media (ISO/IEC 14496-12): the brands of the `ftyp` box tell which.
fn iso_media(head: &[u8]) -> Option<FileType> {
    let size = usize::try_from(u32::from_be_bytes(head.first_chunk().copied()?)).ok()?;
    if head.get(4..8)? != b"ftyp" {
        return None;
    }
    let brands = head.get(8..size.clamp(8, head.len()))?;
    let has = |wanted: &[&[u8; 4]]| {
        brands.chunks_exact(4).any(|brand| wanted.iter().any(|wanted| brand == wanted.as_slice()))
    };
    // AVIF files name `mif1` too, so the more telling brand is asked first.
    if has(&[b"avif", b"avis"]) {
        Some(FileType::Avif)
    } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Some(FileType::Heic)
    } else {
        Some(FileType::Video)
    }
}

/// Text has no control characters but white space, whatever its encoding.
fn text(head: &[u8]) -> Option<FileType> {
    let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E | 0x80..);
    if !head.iter().all(is_text) || (head.len() < 2) {
        return None;
    }
    // A cut through the last character is not the file's fault.
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if head.len() < error.valid_up_to() + 4 => {
            std::str::from_utf8(&head[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_svg = text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg"));
    Some(if is_svg { FileType::Svg } else { FileType::Text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_types_by_content() {
        let cases: &[(&[u8], FileType)] = &[
            (b"", FileType::Empty),
            (b"\x18", FileType::Unknown),
            (b"\xFF\xD8\xFF\xDB", FileType::Jpeg),
            (b"\x89PNG\r\n\x1A\n", FileType::Png),
            (b"\x89PNG\n\x1A\n", FileType::Unknown),
            (b"RIFF\x24\0\0\0WEBPVP8 ", FileType::Webp),
            (b"\0\0\0\x1CftypheicmiF1", FileType::Heic),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0avifmif1", FileType::Avif),
            (b"\0\0\0\x18ftypisom\0\0\x02\0isommp41", FileType::Video),
            (b"\0\0\0\x14ftypqt  ", FileType::Video),
            ("身份证".as_bytes(), FileType::Text),
            (b"<?xml version='1.0'?><svg/>", FileType::Svg),
            (b"{\"a\": 1}", FileType::Text),
            (b"\0\0\0\0\0\0\0\0", FileType::Unknown),
        ];
        for (bytes, expected) in cases {
            assert_eq!(FileType::of(bytes), *expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_last_ending_counts_in_any_case() {
        assert_eq!(FileType::promised_by_name("双.后.缀.png.JPG"), Some(FileType::Jpeg));
        assert_eq!(FileType::promised_by_name("no_extension"), None);
        assert_eq!(FileType::promised_by_name("photo.xyz"), None);
        assert_eq!(FileType::promised_by_mime("image/JPEG; q=1"), Some(FileType::Jpeg));
    }
}
