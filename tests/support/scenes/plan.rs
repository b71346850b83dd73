//! What is to happen in scene N: its story, and everything that chance decides.

use fastrand::Rng;

use super::backdrop::Style;
use super::camera::Hold;
use super::lens::Blur;
use super::papers::Sort;
use super::picture::{Light, Place};

/// What goes wrong, or that nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    Clean,
    CleanLarge,
    SameColour,
    Clutter,
    DarkTable,
    FullBleed,
    Defocus(Degree),
    Motion(Degree),
    Shaken,
    SmallPicture,
    Far,
    Upscaled,
    Dark(Degree),
    Bright(Degree),
    GlareBeside,
    GlareOverText(Edge),
    CutOff,
    FingerOverText,
    FingerAtEdge,
    ThingOverText,
    Skewed,
    Turned,
    Perspective,
    ExifTurned,
    Noisy(Degree),
    Screen,
    GreyCopy,
    Shadow,
    DarkBlurred,
    NoDocument,
}

/// How far something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    Mild,
    Moderate,
    Severe,
}

/// How a patch of glare ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Soft,
    Hard,
}

/// One after the other; then again with other chances.
pub const STORIES: &[Story] = &[
    Story::Clean,
    Story::Defocus(Degree::Severe),
    Story::CleanLarge,
    Story::GlareOverText(Edge::Soft),
    Story::SameColour,
    Story::CutOff,
    Story::Clutter,
    Story::FingerOverText,
    Story::Turned,
    Story::NoDocument,
    Story::DarkTable,
    Story::Motion(Degree::Severe),
    Story::Clean,
    Story::Dark(Degree::Severe),
    Story::Skewed,
    Story::GlareBeside,
    Story::Defocus(Degree::Mild),
    Story::Upscaled,
    Story::Perspective,
    Story::ThingOverText,
    Story::ExifTurned,
    Story::Bright(Degree::Severe),
    Story::CleanLarge,
    Story::Shaken,
    Story::GreyCopy,
    Story::GlareOverText(Edge::Hard),
    Story::SameColour,
    Story::Defocus(Degree::Moderate),
    Story::Turned,
    Story::SmallPicture,
    Story::FullBleed,
    Story::CutOff,
    Story::Motion(Degree::Mild),
    Story::Shadow,
    Story::Noisy(Degree::Severe),
    Story::Clutter,
    Story::FingerAtEdge,
    Story::Far,
    Story::Screen,
    Story::Motion(Degree::Moderate),
    Story::NoDocument,
    Story::Dark(Degree::Mild),
    Story::Turned,
    Story::FingerOverText,
    Story::Bright(Degree::Mild),
    Story::Clean,
    Story::Noisy(Degree::Mild),
    Story::DarkBlurred,
    Story::Defocus(Degree::Severe),
    Story::Skewed,
    Story::GlareOverText(Edge::Soft),
    Story::Clean,
];

/// Everything that is chosen. Where on the paper things happen is left to the darkroom, which
/// knows where the lines are.
#[derive(Clone, Debug)]
pub struct Plan {
    pub story: Story,
    pub seed: u64,
    /// Nothing where no paper is in the picture.
    pub sort: Option<Sort>,
    /// Width and height as shown, in pixels.
    pub frame: [usize; 2],
    pub hold: Hold,
    pub quarter_turns: u8,
    pub fill: f32,
    pub lean: Place,
    pub cut: Option<f32>,
    pub table: Style,
    pub clutter: u8,
    pub blur: Blur,
    pub enlarged_by: f32,
    /// What the light of white paper becomes, and its colour.
    pub exposure: f32,
    pub warmth: Light,
    pub flare: f32,
    /// How much darker the far side of the picture is.
    pub falloff: f32,
    pub noise_gain: f32,
    pub noise_floor: f32,
    pub screen: f32,
    pub is_grey: bool,
    pub exif: u8,
    pub quality: u8,
}

impl Plan {
    pub fn of(number: u32) -> Self {
        let story = STORIES[number as usize % STORIES.len()];
        let seed = u64::from(number) * 0x9E37_79B9 + 0x005C_E0E5;
        let rng = &mut Rng::with_seed(seed);
        let mut plan = Self::ordinary(rng, number, story, seed);
        plan.tell(rng);
        plan
    }

    /// What happens in this story to a paper of this sort.
    pub fn told(number: u32, story: Story, sort: Sort) -> Self {
        let seed = u64::from(number) * 0x9E37_79B9 + 0x0014_F0E5;
        let rng = &mut Rng::with_seed(seed);
        let mut plan = Self::ordinary(rng, number, story, seed);
        let is_card = sort.size_mm()[0] < 100.0;
        let (narrow, long) =
            (plan.frame[0].min(plan.frame[1]), plan.long().max(if is_card { 0 } else { 1_440 }));
        let narrow = narrow.max(long * 2 / 3);
        plan.sort = Some(sort);
        plan.frame = if sort == Sort::WrittenTall { [narrow, long] } else { [long, narrow] };
        plan.fill = if is_card { 0.58 + 0.32 * rng.f32() } else { 0.84 + 0.11 * rng.f32() };
        plan.tell(rng);
        plan
    }

    /// A photo to which nothing has happened.
    fn ordinary(rng: &mut Rng, number: u32, story: Story, seed: u64) -> Self {
        // Cards are photographed twice as often as pages; every story meets each in time.
        let sorts = [
            Sort::Front,
            Sort::Licence,
            Sort::Back,
            Sort::Letter,
            Sort::Front,
            Sort::Copy,
            Sort::Back,
        ];
        let sort = sorts[(number as usize + number as usize / STORIES.len()) % sorts.len()];
        let longs = [1_200, 1_280, 1_440, 1_600, 1_600, 1_800, 2_000];
        let long = longs[rng.usize(..longs.len())];
        let narrow = long * [75, 75, 56, 67][rng.usize(..4)] / 100;
        let is_page = matches!(sort, Sort::Letter | Sort::Copy);
        let frame = if is_page || rng.u8(..4) == 0 { [narrow, long] } else { [long, narrow] };
        let frame = if sort == Sort::Licence { [long, narrow] } else { frame };
        let tables = Style::TABLES;
        let mut table = tables[rng.usize(..tables.len())];
        if table == Style::Dark && story != Story::DarkTable {
            table = Style::Wood;
        }
        let chance = |rng: &mut Rng, low: f32, high: f32| low + (high - low) * rng.f32();
        let fill = if matches!(sort, Sort::Front | Sort::Back) {
            chance(rng, 0.58, 0.9)
        } else {
            chance(rng, 0.84, 0.95)
        };
        Self {
            story,
            seed,
            sort: Some(sort),
            frame,
            hold: Hold {
                tilt: chance(rng, 0.5, 6.0),
                toward: f32::from(rng.u8(..180)) * 2.0,
                roll: chance(rng, -1.8, 1.8),
                far: chance(rng, 1.9, 3.2),
            },
            quarter_turns: 0,
            fill,
            lean: [chance(rng, 0.25, 0.75), chance(rng, 0.25, 0.75)],
            cut: None,
            table,
            clutter: 0,
            blur: Blur::None,
            enlarged_by: 1.0,
            exposure: chance(rng, 0.62, 0.78),
            warmth: [chance(rng, 0.97, 1.07), 1.0, chance(rng, 0.84, 1.03)],
            flare: 0.0,
            falloff: chance(rng, 0.02, 0.25),
            noise_gain: chance(rng, 0.000_02, 0.000_12),
            noise_floor: 0.002,
            screen: 0.0,
            is_grey: false,
            exif: 1,
            quality: rng.u8(68..92),
        }
    }

    fn tell(&mut self, rng: &mut Rng) {
        let chance = |rng: &mut Rng, low: f32, high: f32| low + (high - low) * rng.f32();
        match self.story {
            // What happens to these depends on where the lines are.
            Story::Clean
            | Story::GlareBeside
            | Story::GlareOverText(_)
            | Story::FingerAtEdge
            | Story::FingerOverText
            | Story::ThingOverText => {}
            Story::CleanLarge => self.frame = self.frame.map(|side| side * 2_400 / self.long()),
            Story::SameColour => self.table = Style::Same,
            Story::Clutter => self.clutter = 5 + rng.u8(..4),
            Story::DarkTable => self.table = Style::Dark,
            Story::FullBleed => {
                self.hold = Hold { tilt: 0.0, roll: 0.0, ..self.hold };
                self.fill = 0.997;
                let sort = self.sort.unwrap_or(Sort::Front).size_mm();
                let long = self.long() as f32;
                self.frame = sort.map(|mm| (long * mm / sort[0].max(sort[1])) as usize);
            }
            // In ems: the blur is scaled to the print when the paper is printed.
            Story::Defocus(degree) => self.blur = Blur::Disc { radius: degree.blur(rng) * 2.0 },
            Story::Motion(degree) => {
                let (length, degrees) = (degree.blur(rng) * 3.464, f32::from(rng.u8(..180)));
                self.blur = Blur::Path { length, degrees, bend: 0.0 };
            }
            Story::Shaken => {
                let (length, degrees) = (Degree::Severe.blur(rng) * 3.9, f32::from(rng.u8(..180)));
                self.blur = Blur::Path { length, degrees, bend: chance(rng, 50.0, 110.0) };
            }
            Story::SmallPicture => self.enlarged_by = -1.0,
            Story::Upscaled => self.enlarged_by = 3.0,
            Story::Far => self.fill = 0.0,
            Story::Dark(degree) => {
                self.exposure *= match degree {
                    Degree::Mild => chance(rng, 0.22, 0.28),
                    _ => chance(rng, 0.02, 0.038),
                };
                self.noise_gain *= 2.0;
            }
            Story::Bright(degree) => {
                let (most, flare) = if degree == Degree::Mild { (1.3, 0.04) } else { (2.2, 0.8) };
                self.exposure *= most;
                self.flare = flare;
            }
            Story::CutOff => {
                let shares = [0.02, 0.03, 0.05, 0.08, 0.12, 0.2];
                self.cut = Some(shares[rng.usize(..shares.len())]);
            }
            Story::Skewed => {
                let roll = chance(rng, 8.5, 32.0);
                self.hold.roll = if rng.bool() { roll } else { -roll };
            }
            Story::Turned => {
                self.quarter_turns = rng.u8(1..4);
                if self.quarter_turns != 2 && self.sort.is_some_and(|sort| sort.corner_mm() == 0.0)
                {
                    self.frame.reverse();
                }
            }
            Story::Perspective => {
                let hold = Hold { tilt: chance(rng, 20.0, 30.0), far: 1.6, ..self.hold };
                self.hold = hold;
            }
            Story::ExifTurned => self.exif = [3, 6, 8][rng.usize(..3)],
            Story::Noisy(degree) => {
                let gain = if degree == Degree::Mild { 0.001 } else { 0.06 };
                self.noise_gain = gain * chance(rng, 0.8, 1.3);
                self.noise_floor = if degree == Degree::Mild { 0.01 } else { 0.2 };
            }
            Story::Screen => self.screen = chance(rng, 0.12, 0.3),
            Story::GreyCopy => {
                self.is_grey = true;
                self.warmth = [1.0; 3];
            }
            Story::Shadow => self.falloff = 0.25,
            Story::DarkBlurred => {
                self.exposure *= chance(rng, 0.05, 0.1);
                self.blur = Blur::Disc { radius: Degree::Severe.blur(rng) * 2.0 };
            }
            Story::NoDocument => {
                self.sort = None;
                self.clutter = rng.u8(..7);
                if rng.u8(..3) == 0 {
                    (self.table, self.clutter) = (Style::Land, 0);
                }
            }
        }
    }

    fn long(&self) -> usize {
        self.frame[0].max(self.frame[1])
    }

    pub fn size(&self) -> Place {
        self.frame.map(|side| side as f32)
    }
}

impl Degree {
    /// Its blur in ems of the smallest print: clear below 0.065, illegible above 0.105.
    fn blur(self, rng: &mut Rng) -> f32 {
        let (low, high) = match self {
            Self::Mild => (0.03, 0.05),
            Self::Moderate => (0.07, 0.09),
            Self::Severe => (0.15, 0.28),
        };
        low + (high - low) * rng.f32()
    }
}
