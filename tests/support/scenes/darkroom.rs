//! From a plan to a file: the paper on its table, light and what is in its way, lens, JPEG.

use fastrand::Rng;
use jpeg_encoder::{ColorType, Encoder};

use super::backdrop::Backdrop;
use super::camera::{View, area, inside};
use super::lens::{self, Blur};
use super::papers::Paper;
use super::picture::{
    Light, Picture, Place, code, distance, mix, of_code, times, to_segment, turn_of,
};
use super::plan::{Edge, Plan, Story};

/// A shot as it is set up; all that is in it can be asked for.
pub struct Shot {
    pub view: View,
    pub paper: Option<Paper>,
    pub backdrop: Backdrop,
    pub blur: Blur,
    /// The side of an original pixel in a picture that was made larger.
    pub enlarged_by: f32,
    pub glares: Vec<Glare>,
    pub covers: Vec<Cover>,
    /// A band of shadow: from, to, half width in pixels, and what light it leaves.
    pub shadow: Option<(Place, Place, f32, f32)>,
    falloff: (f32, f32, f32),
    pub frame: [usize; 2],
}

/// A reflection of a lamp, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Glare {
    centre: Place,
    half: Place,
    turn: (f32, f32),
    strength: f32,
    /// 2 is a soft blob, more has an edge.
    power: f32,
}

/// Something between camera and paper, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Cover {
    from: Place,
    to: Place,
    half: f32,
    light: Light,
    is_finger: bool,
}

impl Shot {
    pub fn of(plan: &Plan) -> Self {
        let rng = &mut Rng::with_seed(plan.seed ^ 0xDA_2C);
        let size_mm = plan.sort.map_or([85.6, 54.0], super::papers::Sort::size_mm);
        let mut frame = plan.frame;
        let hold = super::camera::Hold {
            roll: plan.hold.roll + 90.0 * f32::from(plan.quarter_turns),
            ..plan.hold
        };
        let mut view = View::framed(size_mm, hold, plan.size(), plan.fill.max(0.1), plan.lean);
        let smallest = plan.sort.map_or(3.0, |sort| smallest_em(sort, plan.seed));
        let em = |view: &View| view.scale_at([size_mm[0] / 2.0, size_mm[1] / 2.0]) * smallest;
        let mut enlarged_by = 1.0;
        match plan.story {
            // As far away as leaves an em of few pixels.
            Story::Far => {
                let fill = plan.fill.max(0.1) * (5.0 + rng.f32() * 2.0) / em(&view);
                view = View::framed(size_mm, hold, plan.size(), fill, plan.lean);
            }
            Story::SmallPicture => {
                let scale = (5.0 + rng.f32() * 2.0) / em(&view);
                view = view.scaled(scale);
                frame = frame.map(|side| (side as f32 * scale) as usize);
            }
            Story::Upscaled => enlarged_by = em(&view) / (4.5 + rng.f32() * 2.0),
            _ => {}
        }
        if let Some(cut) = plan.cut {
            view = cut_off(rng, view, size_mm, frame, cut);
        }
        let em = em(&view);
        let blur = match plan.blur {
            Blur::Disc { radius } => Blur::Disc { radius: radius * em },
            Blur::Path { length, degrees, bend } => {
                Blur::Path { length: length * em, degrees, bend }
            }
            Blur::None => Blur::None,
        };
        let density = (view.scale_at([size_mm[0] / 2.0, size_mm[1] / 2.0]) * 1.6).clamp(3.0, 40.0);
        let paper = plan.sort.map(|sort| Paper::printed(sort, plan.seed, density, plan.is_grey));
        let angle = f32::from(rng.u8(..180)) * 2.0;
        let (sin, cos) = turn_of(angle);
        let mut shot = Self {
            view,
            paper,
            backdrop: Backdrop::of(plan.table, plan.seed ^ 0xBA_C4, size_mm, plan.clutter),
            blur,
            enlarged_by,
            glares: Vec::new(),
            covers: Vec::new(),
            shadow: None,
            falloff: (cos, sin, plan.falloff),
            frame,
        };
        shot.obstruct(plan, rng);
        shot
    }

    fn size(&self) -> Place {
        self.frame.map(|side| side as f32)
    }

    /// Puts glare, fingers and shadows where the story wants them.
    fn obstruct(&mut self, plan: &Plan, rng: &mut Rng) {
        let Some(paper) = &self.paper else { return };
        let size_mm = paper.sort.size_mm();
        let lines: Vec<_> = paper.lines.iter().filter(|line| line.is_mandatory).collect();
        let [x0, y0, x1, y1] = lines[rng.usize(..lines.len())].area;
        let on_text = [x0 + (x1 - x0) * (0.25 + 0.5 * rng.f32()), f32::midpoint(y0, y1)];
        let spot = self.view.pixel(on_text);
        let middle = self.view.pixel([size_mm[0] / 2.0, size_mm[1] / 2.0]);
        let scale = self.view.scale_at(on_text);
        let long = size_mm[0].max(size_mm[1]) * scale;
        let turn = turn_of(f32::from(rng.u8(..180)));
        match plan.story {
            Story::GlareOverText(edge) => {
                let half = [long * (0.08 + 0.09 * rng.f32()), long * (0.05 + 0.05 * rng.f32())];
                let (strength, power) = if edge == Edge::Hard { (2.0, 10.0) } else { (2.6, 2.0) };
                self.glares.push(Glare { centre: spot, half, turn, strength, power });
            }
            Story::GlareBeside => {
                // Where no line is near: of a grid of places the freest.
                let free = |place: Place| {
                    let gap = |low: f32, high: f32, at: f32| (low - at).max(at - high).max(0.0);
                    let away = |area: &[f32; 4]| {
                        let (dx, dy) =
                            (gap(area[0], area[2], place[0]), gap(area[1], area[3], place[1]));
                        (dx * dx + dy * dy).sqrt()
                    };
                    let lines = paper.lines.iter().map(|line| away(&line.area));
                    let regions = paper.regions.iter().map(|region| away(&region.area));
                    lines.chain(regions).fold(f32::INFINITY, f32::min)
                };
                let places = (0_u16..400).map(|n| {
                    let (column, row) = (f32::from(n % 20), f32::from(n / 20));
                    [size_mm[0] * (column + 0.5) / 20.0, size_mm[1] * (row + 0.5) / 20.0]
                });
                let best = places.max_by(|a, b| free(*a).total_cmp(&free(*b))).unwrap_or(on_text);
                let half = [free(best) * scale * 0.75; 2];
                let centre = self.view.pixel(best);
                self.glares.push(Glare { centre, half, turn, strength: 2.0, power: 8.0 });
            }
            Story::FingerOverText | Story::FingerAtEdge => {
                let tones = [
                    [232, 190, 164],
                    [198, 148, 116],
                    [150, 100, 72],
                    [92, 62, 46],
                    [246, 214, 196],
                ];
                let light = times(of_code(tones[rng.usize(..tones.len())]), 0.9);
                let half = long * if size_mm[0] < 100.0 { 0.085 } else { 0.035 };
                let to = if plan.story == Story::FingerOverText {
                    spot
                } else {
                    // Just over the edge, as a hand that holds the paper.
                    let edge = self.view.pixel([size_mm[0] * 0.02, size_mm[1] * 0.97]);
                    let inward = distance(edge, middle).max(1.0);
                    let reach = half * -0.45 / inward;
                    std::array::from_fn(|i| edge[i] + (middle[i] - edge[i]) * reach)
                };
                // From outside of the picture, on the side to which the place is nearer.
                let away: Place = std::array::from_fn(|i| to[i] - middle[i] + 0.1);
                let length = distance(away, [0.0; 2]).max(1.0);
                let far = self.size()[0] + self.size()[1];
                let from = std::array::from_fn(|i| to[i] + away[i] / length * far);
                self.covers.push(Cover { from, to, half, light, is_finger: true });
            }
            Story::ThingOverText => {
                let reach = long * (0.1 + 0.12 * rng.f32());
                let half = long * (0.025 + 0.03 * rng.f32());
                let light = of_code([rng.u8(..120), rng.u8(..120), rng.u8(..140)]);
                let from = [spot[0] - turn.1 * reach, spot[1] - turn.0 * reach];
                let to = [spot[0] + turn.1 * reach, spot[1] + turn.0 * reach];
                self.covers.push(Cover { from, to, half, light, is_finger: false });
            }
            Story::Shadow => {
                let from = [middle[0] - turn.1 * long * 2.0, middle[1] - turn.0 * long * 2.0];
                let to = [middle[0] + turn.1 * long * 2.0, middle[1] + turn.0 * long * 2.0];
                let aside = long * (0.05 + 0.3 * rng.f32());
                let moved = |p: Place| [p[0] - turn.0 * aside, p[1] + turn.1 * aside];
                let half = long * (0.12 + 0.2 * rng.f32());
                self.shadow = Some((moved(from), moved(to), half, 0.45 + 0.2 * rng.f32()));
            }
            _ => {}
        }
    }

    /// What share of the light arrives at a pixel.
    pub fn lit(&self, at: Place) -> f32 {
        let [width, height] = self.size();
        let (cos, sin, falloff) = self.falloff;
        let across = (at[0] / width - 0.5) * cos + (at[1] / height - 0.5) * sin;
        let mut lit = 1.0 - falloff * (across + 0.5);
        if let Some((from, to, half, left)) = self.shadow {
            let depth = (1.0 - (to_segment(at, from, to) - half) / (half * 0.25)).clamp(0.0, 1.0);
            lit *= 1.0 - (1.0 - left) * depth;
        }
        lit
    }

    /// The light that glare adds at a pixel.
    pub fn glare(&self, at: Place) -> f32 {
        self.glares.iter().map(|glare| glare.at(at)).sum()
    }

    /// How much of a pixel is covered.
    pub fn covered(&self, at: Place) -> f32 {
        self.covers.iter().map(|cover| cover.share(at)).fold(0.0, f32::max)
    }

    /// The light from table, paper and what is over them, before the lens.
    fn scene_light(&self, at: Place) -> Light {
        let place = self.view.table(at);
        let mut light = self.backdrop.at(place);
        if let Some(paper) = &self.paper {
            let size = paper.sort.size_mm();
            let depth = depth_inside(place, size, paper.sort.corner_mm());
            // A thin shadow where the paper lifts off the table.
            let beside = depth_inside([place[0] - 0.5, place[1] - 0.7], size, 2.0);
            light = times(light, 1.0 - 0.4 * (1.0 + beside / 1.2).clamp(0.0, 1.0));
            let share = (depth * self.view.scale_at(place) + 0.5).clamp(0.0, 1.0);
            if 0.0 < share {
                let mut face = [0.0; 3];
                for (dx, dy) in [(-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25)] {
                    let sample = paper.at(self.view.table([at[0] + dx, at[1] + dy]));
                    face = std::array::from_fn(|c| face[c] + sample[c] / 4.0);
                }
                light = mix(light, face, share);
                let shine = self.glare(at) * share;
                light = light.map(|channel| channel + shine);
            }
        }
        light = times(light, self.lit(at));
        for cover in &self.covers {
            light = mix(light, cover.shade(at), cover.share(at));
        }
        light
    }

    /// The file.
    pub fn develop(&self, plan: &Plan) -> Vec<u8> {
        let [width, height] = self.frame;
        let mut picture = Picture::filled(width, height, [0.0; 3]);
        for y in 0..height {
            for x in 0..width {
                picture.pixels[y * width + x] = self.scene_light([x as f32, y as f32]);
            }
        }
        // Above white there is light as well: what is burnt out spreads when it is blurred.
        let mut picture = self.blur.of(&picture);
        if 1.0 < self.enlarged_by {
            let small = |side: usize| ((side as f32 / self.enlarged_by) as usize).max(8);
            let smooth = Blur::Disc { radius: self.enlarged_by / 2.0 }.of(&picture);
            let few = lens::enlarged(&smooth, small(width), small(height));
            picture = lens::enlarged(&few, width, height);
        }
        if 0.0 < plan.screen {
            lens::screen(&mut picture, plan.seed, plan.screen);
        }
        lens::expose(&mut picture, times(plan.warmth, plan.exposure), plan.flare);
        lens::noise(&mut picture, plan.seed, plan.noise_gain, plan.noise_floor);
        encoded(&picture, plan.exif, plan.quality)
    }
}

/// Millimetres from the nearest edge of a paper with round corners; negative outside.
fn depth_inside([x, y]: Place, [width, height]: Place, radius: f32) -> f32 {
    let (dx, dy) = (
        (x - width / 2.0).abs() - width / 2.0 + radius,
        (y - height / 2.0).abs() - height / 2.0 + radius,
    );
    let outside = distance([dx.max(0.0), dy.max(0.0)], [0.0; 2]);
    radius - outside - dx.max(dy).min(0.0)
}

/// The em of the smallest mandatory line. Print of the same seed has the same sizes at every
/// density, so a coarse one tells.
fn smallest_em(sort: super::papers::Sort, seed: u64) -> f32 {
    let paper = Paper::printed(sort, seed, 1.0, false);
    let mandatory = paper.lines.iter().filter(|line| line.is_mandatory);
    mandatory.map(|line| line.em_mm).fold(f32::INFINITY, f32::min)
}

/// Moves the paper out of the frame until so much of it is lost.
fn cut_off(rng: &mut Rng, view: View, size_mm: Place, frame: [usize; 2], lost: f32) -> View {
    let sides = [[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0], [0.8, 0.6], [-0.8, 0.6]];
    let [dx, dy] = sides[rng.usize(..sides.len())];
    let frame = frame.map(|side| side as f32);
    let (mut low, mut high) = (0.0, frame[0].max(frame[1]));
    for _ in 0..40 {
        let by = f32::midpoint(low, high);
        let corners = view.shifted([dx * by, dy * by]).corners(size_mm);
        let outside = 1.0 - area(&inside(&corners, frame)) / area(&corners);
        if outside < lost { low = by } else { high = by }
    }
    view.shifted([dx * low, dy * low])
}

impl Glare {
    fn at(&self, [x, y]: Place) -> f32 {
        let (dx, dy) = (x - self.centre[0], y - self.centre[1]);
        let (sin, cos) = self.turn;
        let (u, v) = ((dx * cos + dy * sin) / self.half[0], (dy * cos - dx * sin) / self.half[1]);
        let radius = (u * u + v * v).sqrt();
        if 4.0 < radius {
            return 0.0;
        }
        self.strength * libm::expf(-libm::powf(radius, self.power))
    }
}

impl Cover {
    fn share(&self, at: Place) -> f32 {
        (self.half - to_segment(at, self.from, self.to)).mul_add(0.7, 0.5).clamp(0.0, 1.0)
    }

    fn shade(&self, at: Place) -> Light {
        let off = (to_segment(at, self.from, self.to) / self.half).min(1.0);
        let nail = distance(at, self.to) / self.half;
        if self.is_finger && nail < 0.55 {
            return mix(times(self.light, 1.05), [0.8, 0.6, 0.55], 0.5);
        }
        times(self.light, 1.0 - 0.45 * off * off)
    }
}

/// A JPEG of the picture, stored as a camera that is held in another way would store it.
fn encoded(picture: &Picture, exif: u8, quality: u8) -> Vec<u8> {
    let (width, height) = (picture.width, picture.height);
    let (stored_width, stored_height) = if 4 < exif { (height, width) } else { (width, height) };
    let mut data = Vec::with_capacity(width * height * 3);
    for row in 0..stored_height {
        for column in 0..stored_width {
            let (x, y) = match exif {
                3 => (width - 1 - column, height - 1 - row),
                6 => (width - 1 - row, column),
                8 => (row, height - 1 - column),
                _ => (column, row),
            };
            let light = picture.pixels[y * width + x];
            data.extend(light.map(|channel| code(channel).round() as u8));
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    if exif != 1 {
        // Big-endian TIFF with one entry: tag 0x0112, SHORT, one value.
        let mut block = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        block.extend([exif, 0, 0, 0, 0, 0, 0]);
        encoder.add_exif_metadata(&block).unwrap();
    }
    let side = |side: usize| u16::try_from(side).unwrap();
    encoder.encode(&data, side(stored_width), side(stored_height), ColorType::Rgb).unwrap();
    bytes
}
