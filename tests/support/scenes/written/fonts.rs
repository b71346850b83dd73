//! Print in real fonts: those that `tools/setup.sh fonts` installs.

use std::fs;
use std::sync::OnceLock;

use ab_glyph::{Font, FontVec, PxScale, ScaleFont, point};

use super::super::papers::{Line, Paper};
use super::super::picture::{Light, Place, luma, mix};

const FOLDERS: [&str; 2] = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk"];
const FILES: [&str; 4] = [
    "NotoSerifCJK-Regular.ttc",
    "NotoSansCJK-Regular.ttc",
    "NotoSerifCJK-Bold.ttc",
    "NotoSansCJK-Bold.ttc",
];
/// Which font of the collections has the forms of the mainland.
const SIMPLIFIED: u32 = 2;
/// From the top of the em square to the baseline, in ems.
const BASELINE: f32 = 0.88;

/// Which of the fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Serif,
    Sans,
    BoldSerif,
    BoldSans,
}

fn fonts() -> &'static [FontVec] {
    static FONTS: OnceLock<Vec<FontVec>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let read = |file: &str| {
            let bytes = FOLDERS.iter().find_map(|at| fs::read(format!("{at}/{file}")).ok())?;
            FontVec::try_from_vec_and_index(bytes, SIMPLIFIED).ok()
        };
        FILES.iter().map_while(|file| read(file)).collect()
    })
}

/// Whether all fonts are installed.
pub fn has_fonts() -> bool {
    fonts().len() == FILES.len()
}

/// How a line is written.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    pub face: Face,
    /// In millimetres.
    pub em: f32,
    /// A printer's condensed or wide characters: width over height, about 1.
    pub wide: f32,
    /// Beside each character, in ems.
    pub space: f32,
    pub ink: Light,
}

impl Type {
    fn font(&self) -> &'static FontVec {
        &fonts()[self.face as usize]
    }

    fn advance(&self, c: char) -> f32 {
        let font = self.font();
        let ems =
            font.h_advance_unscaled(font.glyph_id(c)) / font.units_per_em().unwrap_or(1_000.0);
        (ems * self.wide + self.space) * self.em
    }

    /// How long a text is, in millimetres.
    pub fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// A text in lines that are at most so wide; a line begins with no closing mark.
    pub fn wrapped(&self, text: &str, most: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut width = 0.0;
        for c in text.chars() {
            let advance = self.advance(c);
            let is_closing = matches!(c, '；' | '。' | '，' | '）' | '、' | ')');
            if most < width + advance && !is_closing {
                lines.push(String::new());
                width = 0.0;
            }
            width += advance;
            lines.last_mut().unwrap().push(c);
        }
        lines
    }

    /// Prints a text with its em square's top left corner there; gives where it ends.
    pub fn print(&self, paper: &mut Paper, [x, y]: Place, text: &str) -> f32 {
        let font = self.font();
        let density = paper.density;
        let ppem = self.em * density;
        // The scale of the crate is from ascent to descent.
        let tall = ppem * font.height_unscaled() / font.units_per_em().unwrap_or(1_000.0);
        let scaled = font.as_scaled(PxScale { x: tall * self.wide, y: tall });
        let mut at = x;
        for c in text.chars() {
            let place = point(at * density, (y + self.em * BASELINE) * density);
            let mut glyph = scaled.scaled_glyph(c);
            glyph.position = place;
            if let Some(outline) = scaled.outline_glyph(glyph) {
                let bounds = outline.px_bounds();
                let (width, height) = (paper.face.width, paper.face.height);
                outline.draw(|column, row, share| {
                    let (left, top) = (bounds.min.x + column as f32, bounds.min.y + row as f32);
                    if (0.0..width as f32).contains(&left) && (0.0..height as f32).contains(&top) {
                        let pixel = &mut paper.face.pixels[top as usize * width + left as usize];
                        *pixel = mix(*pixel, self.ink, share.min(1.0));
                    }
                });
            }
            at += self.advance(c);
        }
        at
    }

    /// The same of a field that must be there, which goes into the manifest.
    pub fn field(&self, paper: &mut Paper, name: &str, corner: Place, text: &str) -> f32 {
        let [x, y] = corner;
        let ground = luma(paper.at([x - self.em * 0.3, y + self.em * 0.5]));
        let end = self.print(paper, corner, text);
        paper.lines.push(Line {
            name: name.to_owned(),
            text: text.to_owned(),
            is_mandatory: true,
            area: [x, y, end, y + self.em],
            em_mm: self.em,
            ink: luma(self.ink),
            ground,
        });
        end
    }

    /// A field of several lines: they are called `name.1`, `name.2`. Gives where the next would begin.
    pub fn block(
        &self,
        paper: &mut Paper,
        name: &str,
        [x, y]: Place,
        (most, step): (f32, f32),
        text: &str,
    ) -> f32 {
        let lines = self.wrapped(text, most);
        let mut y = y;
        for (n, line) in lines.iter().enumerate() {
            let name = if lines.len() == 1 { name.to_owned() } else { format!("{name}.{}", n + 1) };
            self.field(paper, &name, [x, y], line);
            y += step;
        }
        y
    }
}
