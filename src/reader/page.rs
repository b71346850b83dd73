//! The document seen straight from above: where its lines are, and their pixels.

use image::RgbImage;

use crate::photo::{Homography, Kind, Point, Quad, Source};

/// The long side of every page.
pub(super) const LONG: f32 = 1_000.0;
/// What is read around the outline, which may be a little off, as a part of each side.
const MARGIN: f32 = 0.02;
/// The most pixels that are averaged along each side of a new one.
const MOST_STEPS: f64 = 4.0;
/// Paper that is darker than the first is made as light as the second; below the third it is no paper.
/// Sides of the pieces that are looked at one by one, in pixels.
const DARK: f32 = 150.0;
const PAPER: f32 = 210.0;
const LEAST_PAPER: f32 = 25.0;
const PIECE: usize = 96;
/// A pixel that is as light in all colours has lost what was printed there.
const BURNT: f64 = 248.0;
/// Width over height of an identity card: ISO/IEC 7810, ID-1.
const CARD: f32 = 85.6 / 54.0;

/// A piece of the picture that is looked at as a page.
#[derive(Clone)]
pub(super) struct Page<'a> {
    pixels: &'a RgbImage,
    /// The picture as shown is so many times as large.
    scale: f32,
    /// Its corners in pixels of `pixels`, as it is read.
    corners: Quad,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Whether it is a document that was found, not the whole picture.
    pub(super) is_document: bool,
}

/// A line of print: along its middle, from where it begins to where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strip {
    pub(super) from: Point,
    pub(super) to: Point,
    /// From its upper to its lower edge.
    pub(super) height: f32,
    /// Whether it is what was left of a larger piece of print after a line was taken out.
    pub(super) is_rest: bool,
}

impl Strip {
    pub(super) fn length(&self) -> f32 {
        self.from.distance(self.to)
    }

    pub(super) fn middle(&self) -> Point {
        self.from.toward(self.to, 0.5)
    }

    /// Whether another one is a piece of it: of the same line, and nearly all of it inside.
    pub(super) fn has(&self, other: &Self) -> bool {
        self.height < 1.5 * other.height
            && other.height < 1.5 * self.height
            && [0.15, 0.85].iter().all(|&at| self.is_around(other.from.toward(other.to, at)))
    }

    fn is_around(&self, point: Point) -> bool {
        let length = self.length().max(1e-3);
        let (x, y) = ((self.to.x - self.from.x) / length, (self.to.y - self.from.y) / length);
        let (across, down) = (point.x - self.from.x, point.y - self.from.y);
        let (far, off) = (across * x + down * y, down * x - across * y);
        0.0 <= far && far <= length && off.abs() <= self.height / 4.0
    }

    /// A part of it, by shares of its length.
    pub(super) fn part(&self, from: f32, to: f32) -> Self {
        Self { from: self.from.toward(self.to, from), to: self.from.toward(self.to, to), ..*self }
    }

    /// What is behind it, so many times as long as it is high.
    pub(super) fn after(&self, heights: f32) -> Self {
        self.part(1.0, 1.0 + heights * self.height / self.length().max(1e-3))
    }

    /// Its four corners, top left first.
    pub(super) fn corners(&self) -> Quad {
        let length = self.length().max(1e-3);
        let half = self.height / 2.0 / length;
        let (x, y) = ((self.to.x - self.from.x) * half, (self.to.y - self.from.y) * half);
        let above = |point: Point| Point::new(point.x + y, point.y - x);
        let below = |point: Point| Point::new(point.x - y, point.y + x);
        Quad([above(self.from), above(self.to), below(self.to), below(self.from)])
    }
}

impl<'a> Page<'a> {
    /// The document that was found, or the whole picture.
    pub(super) fn of(source: &'a Source, kind: Kind) -> Self {
        match &source.corners {
            Some(corners) => Self::cut(source, corners, kind),
            None => Self::whole(source),
        }
    }

    /// Everything.
    pub(super) fn whole(source: &'a Source) -> Self {
        let (width, height) = (source.pixels.width() as f32, source.pixels.height() as f32);
        let long = width.max(height).max(1.0);
        Self {
            pixels: &source.pixels,
            scale: source.scale,
            corners: Quad::frame(width, height),
            width: LONG * width / long,
            height: LONG * height / long,
            is_document: false,
        }
    }

    fn cut(source: &'a Source, corners: &Quad, kind: Kind) -> Self {
        let [top, right, bottom, left] = corners.sides().map(|(from, to)| from.distance(to));
        let mut ratio = (top + bottom) / (right + left).max(1.0);
        if matches!(kind, Kind::IdFront | Kind::IdBack) {
            // Whichever way it lies.
            ratio = if 1.0 < ratio { CARD } else { 1.0 / CARD };
        }
        let Some(map) = Homography::from_unit(corners) else { return Self::whole(source) };
        let (low, high) = (f64::from(-MARGIN), f64::from(1.0 + MARGIN));
        let wide = [(low, low), (high, low), (high, high), (low, high)];
        let wide = Quad(wide.map(|(x, y)| map.map_point(x, y)));
        let (width, height) = if 1.0 < ratio { (LONG, LONG / ratio) } else { (LONG * ratio, LONG) };
        Self {
            pixels: &source.pixels,
            scale: source.scale,
            corners: wide.scaled(1.0 / source.scale),
            width,
            height,
            is_document: true,
        }
    }

    /// The same page after turning its content clockwise by quarters.
    pub(super) fn turned(&self, quarters: u8) -> Self {
        let mut turned = self.clone();
        turned.corners = self.corners.reread(4 - quarters % 4);
        if quarters % 2 == 1 {
            std::mem::swap(&mut turned.width, &mut turned.height);
        }
        turned
    }

    /// By how many quarters its content is turned clockwise in the picture as shown.
    pub(super) fn quarter_turns(&self) -> u8 {
        quarter_turns(&self.corners)
    }

    /// Left, top, right and bottom on the page of a place in the picture as shown at full size.
    pub(super) fn bounds(&self, place: &Quad) -> Option<[f32; 4]> {
        let map = Homography::from_page(&self.corners, self.width.into(), self.height.into());
        let map = map.and_then(|map| map.inverse())?;
        let place = place.scaled(1.0 / self.scale);
        let corners = place.0.map(|corner| map.map_point(corner.x.into(), corner.y.into()));
        let least = |of: fn(&Point) -> f32| corners.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&Point) -> f32| corners.iter().map(of).fold(f32::MIN, f32::max);
        Some([least(|at| at.x), least(|at| at.y), most(|at| at.x), most(|at| at.y)])
    }

    /// Whether a strip lies in the picture with all of its characters, and is not cut by its frame.
    pub(super) fn shows(&self, strip: &Strip) -> bool {
        let quad = self.in_pixels(&strip.corners());
        let (width, height) = (self.pixels.width() as f32, self.pixels.height() as f32);
        // Lines are a third higher than their characters.
        let [.., left] = quad.sides().map(|(from, to)| from.distance(to));
        let spare = left / 6.0;
        quad.0.iter().all(|at| {
            (-spare..width + spare).contains(&at.x) && (-spare..height + spare).contains(&at.y)
        })
    }

    /// All of it as one strip.
    pub(super) fn everything(&self) -> Strip {
        let (from, to) =
            (Point::new(0.0, self.height / 2.0), Point::new(self.width, self.height / 2.0));
        Strip { from, to, height: self.height, is_rest: false }
    }

    /// What share of a strip has no shade at all: it is as light as a pixel can be.
    pub(super) fn burnt(&self, strip: &Strip) -> f32 {
        let (length, height) = self.pixels_of(strip);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
        let steps = |pixels: f32| (pixels as usize).clamp(1, 64);
        let (across, down) = (steps(length), steps(height));
        let quad = self.in_pixels(&strip.corners());
        let Some(map) = Homography::from_page(&quad, across as f64, down as f64) else {
            return 0.0;
        };
        let mut burnt = 0;
        for n in 0..across * down {
            let (x, y) = map.map((n % across) as f64 + 0.5, (n / across) as f64 + 0.5);
            let colour = between(self.pixels, x, y);
            burnt += usize::from(colour.iter().all(|&value| BURNT <= value));
        }
        burnt as f32 / (across * down) as f32
    }

    /// Where a strip is in the picture as shown at full size.
    pub(super) fn polygon(&self, strip: &Strip) -> Quad {
        self.in_pixels(&strip.corners()).scaled(self.scale)
    }

    fn in_pixels(&self, quad: &Quad) -> Quad {
        let map = Homography::from_page(&self.corners, self.width.into(), self.height.into());
        let Some(map) = map else { return *quad };
        Quad(quad.0.map(|corner| map.map_point(corner.x.into(), corner.y.into())))
    }

    /// All of it as a picture of this size.
    pub(super) fn picture(&self, width: usize, height: usize) -> Vec<[u8; 3]> {
        self.seen(&self.corners, width, height)
    }

    /// A strip as a picture of this size.
    pub(super) fn strip(&self, strip: &Strip, width: usize, height: usize) -> Vec<[u8; 3]> {
        self.seen(&self.in_pixels(&strip.corners()), width, height)
    }

    /// How many pixels of the picture a strip is long and high.
    pub(super) fn pixels_of(&self, strip: &Strip) -> (f32, f32) {
        let [top, right, bottom, left] =
            self.in_pixels(&strip.corners()).sides().map(|(from, to)| from.distance(to));
        (f32::midpoint(top, bottom), f32::midpoint(right, left))
    }

    /// How many pixels of the picture as shown a strip is high.
    pub(super) fn shown_height(&self, strip: &Strip) -> f32 {
        self.pixels_of(strip).1 * self.scale
    }

    /// What is inside `quad`, in pixels of the picture, row by row.
    fn seen(&self, quad: &Quad, width: usize, height: usize) -> Vec<[u8; 3]> {
        let mut seen = Vec::with_capacity(width * height);
        let Some(map) = Homography::from_page(quad, width as f64, height as f64) else {
            return vec![[255; 3]; width * height];
        };
        let [top, right, bottom, left] = quad.sides().map(|(from, to)| from.distance(to));
        let steps = |pixels: f32, size: usize| {
            (f64::from(pixels) / size.max(1) as f64).round().clamp(1.0, MOST_STEPS)
        };
        let (across, down) =
            (steps(f32::midpoint(top, bottom), width), steps(f32::midpoint(right, left), height));
        let weight = 1.0 / (across * down);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 4.
        let (columns, rows) = (across as usize, down as usize);
        for y in 0..height {
            for x in 0..width {
                let mut sum = [0.0; 3];
                for row in 0..rows {
                    for column in 0..columns {
                        let at_x = x as f64 + (column as f64 + 0.5) / across;
                        let at_y = y as f64 + (row as f64 + 0.5) / down;
                        let (at_x, at_y) = map.map(at_x, at_y);
                        let colour = between(self.pixels, at_x, at_y);
                        for (sum, value) in sum.iter_mut().zip(colour) {
                            *sum += value;
                        }
                    }
                }
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A mean.
                seen.push(sum.map(|sum| (sum * weight + 0.5) as u8));
            }
        }
        lightened(&mut seen, width);
        seen
    }
}

/// By how many quarters a document is turned clockwise whose corners these are: where its top side runs.
pub(super) fn quarter_turns(corners: &Quad) -> u8 {
    let [(from, to), ..] = corners.sides();
    let (across, down) = (to.x - from.x, to.y - from.y);
    match (across.abs() < down.abs(), 0.0 <= across, 0.0 <= down) {
        (false, true, _) => 0,
        (true, _, true) => 1,
        (false, false, _) => 2,
        (true, _, false) => 3,
    }
}

/// Makes a dark picture as light as those that a network was trained with: its paper, taken piece by
/// piece, becomes as light as theirs.
fn lightened(pixels: &mut [[u8; 3]], width: usize) {
    let height = pixels.len() / width.max(1);
    let (across, down) = (width.div_ceil(PIECE).max(1), height.div_ceil(PIECE).max(1));
    let mut papers = Vec::with_capacity(across * down);
    for row in 0..down {
        for column in 0..across {
            papers.push(paper(pixels, width, [column * PIECE, row * PIECE]));
        }
    }
    if papers.iter().all(|&paper| DARK <= paper) {
        return;
    }
    for y in 0..height {
        for x in 0..width {
            // Between the middles of pieces by distance.
            let place = |at: usize, count: usize| {
                let at = (at as f32 + 0.5) / PIECE as f32 - 0.5;
                let at = at.clamp(0.0, (count - 1) as f32);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
                let before = at as usize;
                (before, (before + 1).min(count - 1), at - before as f32)
            };
            let ((left, right, far), (top, low, deep)) = (place(x, across), place(y, down));
            let mix = |row: usize| {
                papers[row * across + left] * (1.0 - far) + papers[row * across + right] * far
            };
            let paper = mix(top) * (1.0 - deep) + mix(low) * deep;
            if paper < DARK {
                let gain = PAPER / paper.max(LEAST_PAPER);
                let pixel = &mut pixels[y * width + x];
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most 255.
                let lighter = pixel.map(|value| (f32::from(value) * gain).min(255.0) as u8);
                *pixel = lighter;
            }
        }
    }
}

/// How light the paper of a piece is: what a tenth of it is lighter than.
fn paper(pixels: &[[u8; 3]], width: usize, [left, top]: [usize; 2]) -> f32 {
    let mut counts = [0_usize; 256];
    let mut all = 0;
    for row in pixels.chunks_exact(width).skip(top).take(PIECE) {
        for [red, green, blue] in row.iter().skip(left).take(PIECE) {
            counts[(usize::from(*red) + usize::from(*green) * 2 + usize::from(*blue)) / 4] += 1;
            all += 1;
        }
    }
    let mut sum = 0;
    let at = counts.iter().position(|count| {
        sum += count;
        all * 9 <= sum * 10
    });
    at.unwrap_or(255) as f32
}

/// The colour between four pixels; beyond the frame that of its border.
fn between(pixels: &RgbImage, x: f64, y: f64) -> [f64; 3] {
    let last = |length: u32| f64::from(length.saturating_sub(1));
    let (x, y) = (x.clamp(0.0, last(pixels.width())), y.clamp(0.0, last(pixels.height())));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
    let (left, top) = (x as u32, y as u32);
    let (right, below) = ((left + 1).min(pixels.width() - 1), (top + 1).min(pixels.height() - 1));
    let (across, down) = (x - f64::from(left), y - f64::from(top));
    let at = |x: u32, y: u32| pixels.get_pixel(x, y).0.map(f64::from);
    let mix = |one: [f64; 3], other: [f64; 3], share: f64| {
        [0, 1, 2].map(|channel| one[channel] + (other[channel] - one[channel]) * share)
    };
    let upper = mix(at(left, top), at(right, top), across);
    let lower = mix(at(left, below), at(right, below), across);
    mix(upper, lower, down)
}
