//! Papers as a printer would make them: a face in some pixels a millimetre, and what stands where.

pub mod cards;
pub mod pages;

use std::f32::consts::TAU;

use fastrand::Rng;

use super::picture::{Light, Picture, Place, luma, of_code};
use super::strokes::{self, Glyph};

/// Which document it is, in the words of the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Front,
    Back,
    Licence,
    Letter,
    Copy,
    /// In real characters, from here on; the last is a licence that stands.
    WrittenFront,
    WrittenBack,
    WrittenLicence,
    WrittenTall,
}

impl Sort {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Front | Self::WrittenFront => "id_front",
            Self::Back | Self::WrittenBack => "id_back",
            Self::Licence | Self::WrittenLicence | Self::WrittenTall => "licence",
            Self::Letter => "letter",
            Self::Copy => "stamped_copy",
        }
    }

    /// ID-1 for cards; A4 lying or standing for the others.
    pub const fn size_mm(self) -> Place {
        match self {
            Self::Front | Self::Back | Self::WrittenFront | Self::WrittenBack => [85.6, 54.0],
            Self::Licence | Self::WrittenLicence => [297.0, 210.0],
            Self::Letter | Self::Copy | Self::WrittenTall => [210.0, 297.0],
        }
    }

    /// The radius of the corners.
    pub const fn corner_mm(self) -> f32 {
        match self {
            Self::Front | Self::Back | Self::WrittenFront | Self::WrittenBack => 3.2,
            _ => 0.0,
        }
    }
}

/// A line of print.
#[derive(Clone, Debug)]
pub struct Line {
    pub name: String,
    /// What is written; nothing where strokes are no characters.
    pub text: String,
    pub is_mandatory: bool,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    pub em_mm: f32,
    pub ink: f32,
    pub ground: f32,
}

/// A picture, emblem or seal on the paper.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    pub name: &'static str,
    pub area: [f32; 4],
}

/// The printed paper.
pub struct Paper {
    pub sort: Sort,
    pub face: Picture,
    /// Pixels of the face for a millimetre.
    pub density: f32,
    pub lines: Vec<Line>,
    pub regions: Vec<Region>,
}

impl Paper {
    /// Prints one. `density` is as fine as the camera will see it, and no finer.
    pub fn printed(sort: Sort, seed: u64, density: f32, is_grey: bool) -> Self {
        let size = sort.size_mm();
        let [width, height] = size.map(|mm| (mm * density) as usize + 1);
        let face = Picture::filled(width, height, [1.0; 3]);
        let mut paper = Self { sort, face, density, lines: Vec::new(), regions: Vec::new() };
        let rng = &mut Rng::with_seed(seed);
        match sort {
            Sort::Front => cards::front(&mut paper, rng),
            Sort::Back => cards::back(&mut paper, rng),
            Sort::Licence => pages::licence(&mut paper, rng),
            Sort::Letter => pages::letter(&mut paper, rng),
            Sort::Copy => pages::copy(&mut paper, rng),
            Sort::WrittenFront => super::written::cards::front(&mut paper, rng),
            Sort::WrittenBack => super::written::cards::back(&mut paper, rng),
            Sort::WrittenLicence => super::written::licences::lying(&mut paper, rng),
            Sort::WrittenTall => super::written::licences::standing(&mut paper, rng),
        }
        if is_grey {
            for pixel in &mut paper.face.pixels {
                *pixel = [luma(*pixel); 3];
            }
        }
        paper
    }

    /// The face at a place in millimetres.
    pub fn at(&self, place: Place) -> Light {
        self.face.at(place[0] * self.density - 0.5, place[1] * self.density - 0.5)
    }

    fn px(&self, place: Place) -> Place {
        place.map(|mm| mm * self.density - 0.5)
    }

    fn glyph(&mut self, glyph: &Glyph, corner: Place, em: f32, thick: f32, ink: Light) {
        for stroke in glyph {
            let points: Vec<Place> = stroke
                .iter()
                .map(|point| self.px([corner[0] + point[0] * em, corner[1] + point[1] * em]))
                .collect();
            self.face.polyline(&points, thick * em * self.density, ink);
        }
    }

    /// A line of invented characters; gives where it ends.
    fn words(&mut self, rng: &mut Rng, pen: &Pen, corner: Place, count: usize) -> f32 {
        let mut x = corner[0];
        for _ in 0..count {
            if pen.is_figures {
                let glyph = strokes::figure(rng.u8(..10));
                self.glyph(&glyph, [x, corner[1]], pen.em, pen.thick * 1.15, pen.ink);
                x += pen.em * 0.58;
            } else {
                let glyph = strokes::character(rng.u32(..3_000));
                self.glyph(&glyph, [x, corner[1]], pen.em, pen.thick, pen.ink);
                x += pen.em * 1.06;
            }
        }
        let area = [corner[0], corner[1], x, corner[1] + pen.em];
        let ground = luma(self.at([corner[0] - pen.em * 0.3, corner[1] + pen.em * 0.5]));
        let ink = luma(pen.ink);
        let (name, is_mandatory) = (pen.name.to_owned(), pen.is_mandatory);
        self.lines.push(Line {
            name,
            text: String::new(),
            is_mandatory,
            area,
            em_mm: pen.em,
            ink,
            ground,
        });
        x
    }

    /// A fine pattern of waves, as on banknotes.
    pub fn waves(&mut self, a: Light, b: Light, pitch_mm: f32, swing_mm: f32) {
        let (width, density) = (self.face.width, self.density);
        for (i, pixel) in self.face.pixels.iter_mut().enumerate() {
            let (x, y) = ((i % width) as f32 / density, (i / width) as f32 / density);
            let bent = y + swing_mm * libm::sinf(x * 0.37) + swing_mm * 0.6 * libm::sinf(x * 0.91);
            let line = libm::sinf(bent * TAU / pitch_mm);
            let share = if 0.55 < line { 1.0 } else { 0.0 };
            let fade = 0.5 + 0.5 * libm::sinf(x * 0.045 + y * 0.02);
            for channel in 0..3 {
                let tone = a[channel] + (b[channel] - a[channel]) * (0.35 * fade + 0.5 * share);
                pixel[channel] *= tone;
            }
        }
    }

    fn region(&mut self, name: &'static str, area: [f32; 4]) {
        self.regions.push(Region { name, area });
    }

    /// A round seal: a ring, a star, characters around.
    pub fn seal(&mut self, rng: &mut Rng, centre: Place, radius: f32) {
        let red = of_code([200 + rng.u8(..30), 30 + rng.u8(..25), 35 + rng.u8(..25)]);
        let middle = self.px(centre);
        self.face.ring(middle, radius * self.density, 0.9 * self.density, red);
        for arm in 0_u8..5 {
            let (sin, cos) = super::picture::turn_of(f32::from(arm) * 72.0 - 90.0);
            let tip = [centre[0] + cos * radius * 0.3, centre[1] + sin * radius * 0.3];
            let tip = self.px(tip);
            self.face.line(middle, tip, radius * 0.16 * self.density, red);
        }
        for place in 0_u8..11 {
            let (sin, cos) = super::picture::turn_of(f32::from(place) * 24.0 + 150.0);
            let em = radius * 0.24;
            let at = [centre[0] + cos * radius * 0.72, centre[1] + sin * radius * 0.72];
            let glyph = strokes::character(rng.u32(..3_000));
            self.glyph(&glyph, [at[0] - em / 2.0, at[1] - em / 2.0], em, 0.1, red);
        }
        let [x, y] = centre;
        self.region("seal", [x - radius, y - radius, x + radius, y + radius]);
    }

    /// The outline of a person without a face.
    pub fn portrait(&mut self, rng: &mut Rng, [x0, y0, x1, y1]: [f32; 4]) {
        let (from, to) = (self.px([x0, y0]), self.px([x1, y1]));
        self.face.block(from, to, of_code([225 + rng.u8(..25), 230 + rng.u8(..20), 240]));
        let (width, height) = (x1 - x0, y1 - y0);
        let skins = [[232, 196, 170], [206, 160, 130], [168, 122, 94], [112, 78, 58]];
        let skin = of_code(skins[rng.usize(..skins.len())]);
        let hair = of_code([20 + rng.u8(..40), 18 + rng.u8(..25), 18 + rng.u8(..20)]);
        let coat = of_code([20 + rng.u8(..90), 20 + rng.u8(..90), 30 + rng.u8(..90)]);
        let half = |x: f32, y: f32| [x * width * self.density, y * height * self.density];
        let (head, crown, body) = (half(0.24, 0.24), half(0.27, 0.22), half(0.46, 0.3));
        let at = |x: f32, y: f32| self.px([x0 + width * x, y0 + height * y]);
        let (head_at, crown_at, body_at) = (at(0.5, 0.45), at(0.5, 0.36), at(0.5, 1.0));
        // Shoulders end at the picture's lower edge.
        let floor = to[1];
        self.face.paint([from[0], from[1]], [to[0], floor], coat, |p| {
            let (dx, dy) = ((p[0] - body_at[0]) / body[0], (p[1] - body_at[1]) / body[1]);
            if floor < p[1] { 0.0 } else { (1.0 - (dx * dx + dy * dy).sqrt()) * body[1] }
        });
        self.face.ellipse(crown_at, crown, hair);
        self.face.ellipse(head_at, head, skin);
        self.region("portrait", [x0, y0, x1, y1]);
    }
}

/// How a line is written.
#[derive(Clone, Copy)]
struct Pen {
    name: &'static str,
    is_mandatory: bool,
    is_figures: bool,
    em: f32,
    /// Width of a stroke in ems.
    thick: f32,
    ink: Light,
}

impl Pen {
    const fn label(em: f32, ink: Light) -> Self {
        Self { name: "label", is_mandatory: false, is_figures: false, em, thick: 0.075, ink }
    }

    const fn field(name: &'static str, em: f32, ink: Light) -> Self {
        Self { name, is_mandatory: true, is_figures: false, em, thick: 0.085, ink }
    }

    const fn figures(self) -> Self {
        Self { is_figures: true, ..self }
    }

    const fn thick(self, thick: f32) -> Self {
        Self { thick, ..self }
    }
}

/// A number between two others.
pub fn between(rng: &mut Rng, low: f32, high: f32) -> f32 {
    low + (high - low) * rng.f32()
}
