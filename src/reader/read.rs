//! From a photo's pixels to a reading: the page, its lines, what stands in them, the fields.

use super::engine::Reader;
use super::field::{Field, FieldName};
use super::forms::Draft;
use super::labels::kind_of;
use super::layout::fields;
use super::line::Line;
use super::page::{Page, Strip, quarter_turns};
use super::profile::ReadProfile;
use super::reading::Reading;
use super::whole::Sight;
use crate::photo::{Area, Kind, Point, Quad, Source};

/// So many of the longest lines tell which way up a page is.
const SAMPLES: usize = 4;
/// Upright print is read with more confidence than this, and print that is upside down with less (study of
/// the model: 0.98 and more against 0.28 to 0.70).
const UPRIGHT: f32 = 0.9;
/// A piece that is so many times as small as the page's lines is no line.
const SPECK: f32 = 0.5;
/// How far behind a text it is looked for shine, in heights of its line.
const END: f32 = 2.0;
/// What was left of print after lines were taken out of it is a line where it is read with so much
/// confidence, and else a stamp or a watermark.
const SURE_REST: f32 = 0.8;

impl Reader {
    /// Reads a photo as the kind of document that it is said to be.
    pub fn read(&self, source: &Source, kind: Kind, profile: &ReadProfile) -> Reading {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
        let full = |side: u32| (side as f32 * source.scale).round() as u32;
        let [width, height] = [source.pixels.width(), source.pixels.height()].map(full);
        Reading { width, height, ..self.read_best(source, kind, profile) }
    }

    fn read_best(&self, source: &Source, kind: Kind, profile: &ReadProfile) -> Reading {
        let first = self.read_page(source, Page::of(source, kind), kind, profile);
        if first.is_readable || source.corners.is_none() {
            return first;
        }
        // An outline that is wrong hides what a look at everything shows.
        let whole = self.read_page(source, Page::whole(source), kind, profile);
        if count(&first) < count(&whole) { whole } else { first }
    }

    fn read_page(&self, source: &Source, page: Page, kind: Kind, profile: &ReadProfile) -> Reading {
        let long_side = if page.is_document { profile.long_side(kind) } else { profile.picture };
        let mut page = page;
        let mut strips = without_specks(self.find(&page, long_side));
        if strips.is_empty() {
            // Smaller, a noisy picture is a calm one.
            strips = without_specks(self.find(&page, profile.card));
        }
        if is_upright_print(&strips) {
            page = page.turned(3);
            strips = strips.iter().map(|strip| turned(strip, page.width, page.height)).collect();
        }
        if self.is_upside_down(&page, &strips) {
            let (width, height) = (page.width, page.height);
            page = page.turned(2);
            strips = strips.iter().map(|strip| half_turned(strip, width, height)).collect();
        }
        let lines: Vec<Line> = strips
            .iter()
            .filter_map(|strip| self.read_strip(&page, strip))
            .filter(is_line)
            .collect();
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        let sight = Sight { width: page.width, hidden: hidden(source, &page) };
        let found = fields(kind, &lines, &sight);
        let coded = if kind == Kind::Licence { super::code::credit_code(&page) } else { None };
        // A picture in which the check found no document is as it is shown.
        let checked = source.corners.as_ref().map_or(0, quarter_turns);
        let quarter_turns = (4 + page.quarter_turns() - checked) % 4;
        told(kind, kind_of(&texts), &page, found, coded, quarter_turns, profile)
    }

    fn is_upside_down(&self, page: &Page, strips: &[Strip]) -> bool {
        let mut longest: Vec<&Strip> = strips.iter().collect();
        longest.sort_by(|one, other| other.length().total_cmp(&one.length()));
        longest.truncate(SAMPLES);
        let confidence = |turn: &dyn Fn(&Strip) -> Strip| {
            let lines = longest.iter().filter_map(|strip| self.read_strip(page, &turn(strip)));
            let best: Vec<f32> = lines.map(|line| line.confidence()).collect();
            best.iter().sum::<f32>() / best.len().max(1) as f32
        };
        let upright = confidence(&|strip| *strip);
        if UPRIGHT <= upright {
            return false;
        }
        let reversed = |strip: &Strip| Strip { from: strip.to, to: strip.from, ..*strip };
        upright < confidence(&reversed)
    }
}

/// What the check found to be hidden, as places on the page.
fn hidden(source: &Source, page: &Page) -> Vec<[f32; 4]> {
    let place = |Area(corners): &Area| Quad(corners.map(|[x, y]| Point::new(x as f32, y as f32)));
    source.hidden.iter().filter_map(|area| page.bounds(&place(area))).collect()
}

fn is_line(line: &Line) -> bool {
    !line.strip.is_rest || SURE_REST <= line.confidence()
}

/// How many fields count as read.
fn count(reading: &Reading) -> usize {
    reading.fields.iter().filter(|field| field.is_readable).count()
}

fn told(
    kind: Kind,
    seen: Option<Kind>,
    page: &Page,
    found: Vec<(FieldName, Draft)>,
    coded: Option<String>,
    quarter_turns: u8,
    profile: &ReadProfile,
) -> Reading {
    let is_bright = profile.most_burnt < page.burnt(&page.everything());
    let field = |(name, draft): (FieldName, Draft)| {
        let polygons = draft.strips.iter().map(|strip| page.polygon(strip)).collect();
        // Shine over the end of a text hides how it goes on; a number or date has an end.
        let may_go_on = |strip: &Strip| profile.most_burnt < page.burnt(&strip.after(END));
        let is_hidden =
            !is_bright && !ReadProfile::is_number(name) && draft.strips.iter().any(may_go_on);
        let is_shown = draft.strips.iter().all(|strip| page.shows(strip));
        let height = draft.strips.iter().map(|strip| page.shown_height(strip)).fold(0.0, f32::max);
        let is_large = profile.least_height <= height;
        let Draft { text, confidences, holds, .. } = draft;
        let mut field = Field { name, text, confidences, is_readable: holds, polygons };
        field.is_readable &= is_shown && is_large && !is_hidden;
        field.is_readable &= profile.least(name) <= field.lowest();
        field
    };
    let mut fields: Vec<Field> = found.into_iter().map(field).collect();
    super::agree::settle(&mut fields, coded.as_deref());
    let is_read = |name: FieldName| fields.iter().any(|f| f.name == name && f.is_readable);
    let wanted = FieldName::of(kind);
    let is_readable = !wanted.is_empty()
        && wanted.iter().all(|&(name, is_mandatory)| !is_mandatory || is_read(name));
    Reading { kind: seen, is_readable, quarter_turns, fields, coded, ..Reading::nothing() }
}

/// Print runs from top to bottom: the page lies on its side.
fn is_upright_print(strips: &[Strip]) -> bool {
    let (mut level, mut upright) = (0.0, 0.0);
    for strip in strips.iter().filter(|strip| 1.5 * strip.height < strip.length()) {
        let (across, down) = (strip.to.x - strip.from.x, strip.to.y - strip.from.y);
        if across.abs() < down.abs() { upright += down.abs() } else { level += across.abs() }
    }
    level < upright
}

/// A strip of a page that lay on its side: lines that ran down run to the right now. `width` and
/// `height` are those of the page as it is read.
fn turned(strip: &Strip, _width: f32, height: f32) -> Strip {
    let at = |point: Point| Point::new(point.y, height - point.x);
    Strip { from: at(strip.from), to: at(strip.to), ..*strip }
}

fn half_turned(strip: &Strip, width: f32, height: f32) -> Strip {
    let at = |point: Point| Point::new(width - point.x, height - point.y);
    // What was its end is where it begins.
    Strip { from: at(strip.to), to: at(strip.from), ..*strip }
}

fn without_specks(mut strips: Vec<Strip>) -> Vec<Strip> {
    let mut heights: Vec<(f32, f32)> =
        strips.iter().map(|strip| (strip.height, strip.length())).collect();
    heights.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all: f32 = heights.iter().map(|(_, length)| length).sum();
    let mut sum = 0.0;
    let median = heights.iter().find(|(_, length)| {
        sum += length;
        all / 2.0 <= sum
    });
    let least = median.map_or(0.0, |(height, _)| height * SPECK);
    strips.retain(|strip| least <= strip.height && least <= strip.length());
    // A piece of a line that is a line already would be read twice.
    strips.sort_by(|one, other| other.length().total_cmp(&one.length()));
    let mut kept: Vec<Strip> = Vec::new();
    for strip in strips {
        if !kept.iter().any(|line| line.has(&strip)) {
            kept.push(strip);
        }
    }
    kept
}
