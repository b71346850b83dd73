//! What is true of a scene, in the words of the photographs' manifest and by its rules.

use serde_json::{Value, json};

use super::camera::{area, inside};
use super::darkroom::Shot;
use super::lens::{Blur, noise_sigma};
use super::papers::{Line, Paper};
use super::picture::{Place, code, distance};
use super::plan::{Degree, Plan, Story};

/// What a camera blurs when it is in focus, in pixels.
const OWN_BLUR: f32 = 0.5;
/// A file over this many bytes must be made smaller.
const LIMIT: usize = 204_800;

/// Bounds of a quantity: clear on this side of the first, illegible beyond the second.
struct Bounds(f32, f32);

impl Bounds {
    /// For what should be small; what should be large comes with its sign turned.
    fn class(&self, value: f32) -> u8 {
        u8::from(self.0 < value) + u8::from(self.1 < value)
    }
}

const CLASSES: [&str; 3] = ["clear", "borderline", "illegible"];

struct Field {
    class: u8,
    why: Vec<&'static str>,
    em: f32,
    contrast: f32,
    paper_code: f32,
    occluded: f32,
    glare_lost: f32,
    row: Value,
}

pub fn of(number: u32, plan: &Plan, shot: &Shot, bytes: &[u8]) -> Value {
    let [width, height] = shot.frame;
    let mut row = json!({
        "path": super::file_name(number), "set": "synthetic", "scenario": format!("{:?}", plan.story),
        "seed": plan.seed, "width": width, "height": height, "display_width": width, "display_height": height,
        "exif_orientation": plan.exif, "background": plan.table.name(), "bytes": bytes.len(), "format": "jpeg",
    });
    let mut defects = Defects { rows: Vec::new(), is_borderline: false };
    if LIMIT < bytes.len() {
        defects.add("oversized", "mild", false, true);
    }
    if plan.exif != 1 {
        defects.add("exif_orientation", "mild", false, true);
    }
    let extra = if let Some(paper) = &shot.paper {
        of_paper(plan, shot, paper, &mut defects)
    } else {
        defects.add("not_a_document", "severe", true, false);
        json!({ "kind": "not_a_document", "corners": null, "fields": [], "legible": false })
    };
    let rows = &defects.rows;
    let is = |key: &str| rows.iter().any(|defect| defect[key] == json!(true));
    // What blocks leaves no doubt, whatever else is doubtful.
    defects.is_borderline &= !is("blocking");
    let verdict = if is("blocking") {
        "retake"
    } else if is("fixable") {
        "fix"
    } else {
        "pass"
    };
    let is_clean = defects.rows.iter().all(|defect| defect["type"] == "oversized");
    row["expected"] = json!({ "verdict": verdict, "borderline": defects.is_borderline });
    row["clean"] = json!(is_clean && !defects.is_borderline);
    row["defects"] = json!(defects.rows);
    if let (Some(row), Value::Object(extra)) = (row.as_object_mut(), extra) {
        row.extend(extra);
    }
    row
}

struct Defects {
    rows: Vec<Value>,
    is_borderline: bool,
}

impl Defects {
    fn add(&mut self, name: &str, severity: &str, blocking: bool, fixable: bool) {
        self.rows.push(
            json!({ "type": name, "severity": severity, "blocking": blocking, "fixable": fixable }),
        );
    }

    /// By class: something that a person can read all the same, that is doubtful, that blocks.
    fn graded(&mut self, name: &str, class: u8) {
        let severity = ["mild", "moderate", "severe"][usize::from(class)];
        self.add(name, severity, class == 2, false);
        self.is_borderline |= class == 1;
    }
}

fn of_paper(plan: &Plan, shot: &Shot, paper: &Paper, defects: &mut Defects) -> Value {
    let size_mm = paper.sort.size_mm();
    let corners = shot.view.corners(size_mm);
    let frame = shot.frame.map(|side| side as f32);
    let whole = area(&corners);
    let seen = area(&inside(&corners, frame));
    let visible = if (whole - seen) / whole < 0.000_5 { 1.0 } else { seen / whole };
    let fields: Vec<Field> = paper
        .lines
        .iter()
        .filter(|line| line.is_mandatory)
        .map(|line| field(plan, shot, line))
        .collect();
    let worst = |pick: fn(&Field) -> f32| fields.iter().map(pick).fold(0.0, f32::max);
    let class = fields.iter().map(|field| field.class).max().unwrap_or(0);
    let why = |name: &str| {
        fields.iter().filter(|f| f.why.contains(&name)).map(|f| f.class).max().unwrap_or(0)
    };
    let em = fields.iter().map(|field| field.em).fold(f32::INFINITY, f32::min);
    let contrast = fields.iter().map(|field| field.contrast).fold(f32::INFINITY, f32::min);
    let paper_code = worst(|field| field.paper_code);

    match shot.blur {
        Blur::None => {}
        Blur::Disc { .. } => defects.graded("defocus", why("blur")),
        Blur::Path { .. } => defects.graded("motion_blur", why("blur")),
    }
    if em < 12.0 {
        defects.graded("low_res", why("small"));
    }
    if paper_code < 130.0 {
        let class = if paper_code < 55.0 || why("contrast") == 2 {
            2
        } else {
            u8::from(paper_code < 105.0)
        };
        defects.graded("dark", class);
    }
    if matches!(plan.story, Story::Bright(_)) {
        defects.graded("bright", Bounds(-70.0, -32.0).class(-contrast));
    }
    if !shot.glares.is_empty() {
        defects.graded("glare", Bounds(0.01, 0.12).class(worst(|field| field.glare_lost)));
    }
    if !shot.covers.is_empty() {
        // Whether an edge may be covered is a matter of taste.
        defects.graded("occluded", Bounds(-1.0, 0.05).class(worst(|field| field.occluded)));
    }
    if visible < 1.0 {
        defects.graded("cut_off", Bounds(0.002, 0.012).class(1.0 - visible));
    }
    if let Story::Noisy(degree) = plan.story {
        // Heavy noise is hard to look at long before it hides print.
        defects.graded("noise", why("noise").max(u8::from(degree != Degree::Mild)));
    }
    if 0.0 < plan.screen {
        // A photo of a screen is readable; whether an office takes it is not known.
        defects.graded("screen", 1);
    }
    if plan.is_grey {
        defects.add("grey_copy", "mild", false, false);
    }
    let geometry = geometry(corners, defects);
    // What no defect stands for, such as a shadow, may still leave print hard to read.
    defects.is_borderline |= class == 1;

    let mut row = json!({
        "kind": paper.sort.name(), "corners": corners, "visible_fraction": visible,
        "fill_fraction": seen / (frame[0] * frame[1]), "legible": class != 2,
        "legibility": { "cls": CLASSES[usize::from(class)], "min_em_eff_px": em, "min_contrast8": contrast },
        "paper_level8": paper_code,
        "fields": fields.into_iter().map(|field| field.row).collect::<Vec<_>>(),
        "regions": paper.regions.iter().map(|region| json!({
            "name": region.name, "polygon": polygon(shot, region.area),
        })).collect::<Vec<_>>(),
    });
    if let (Some(row), Value::Object(geometry)) = (row.as_object_mut(), geometry) {
        row.extend(geometry);
    }
    row
}

/// Turns, skew and perspective of the outline, and what is to be done about them.
fn geometry(corners: [Place; 4], defects: &mut Defects) -> Value {
    let [tl, tr, br, bl] = corners;
    let along = [tr[0] - tl[0] + br[0] - bl[0], tr[1] - tl[1] + br[1] - bl[1]];
    let angle = libm::atan2f(along[1], along[0]).to_degrees();
    let turns = (angle / 90.0).round();
    let skew = angle - turns * 90.0;
    let turns = (turns as i32).rem_euclid(4);
    if turns != 0 {
        defects.add("rotation", "severe", false, true);
    }
    match skew.abs() {
        // Between the two an office may or may not mind.
        bend if 6.0 <= bend => defects.add("skew", "moderate", false, true),
        bend if 2.5 <= bend => {
            defects.add("skew", "mild", false, false);
            defects.is_borderline = true;
        }
        _ => {}
    }
    let ratio = |a: f32, b: f32| a.max(b) / a.min(b).max(1.0);
    let across = ratio(distance(tl, tr), distance(bl, br));
    let keystone = across.max(ratio(distance(tl, bl), distance(tr, br)));
    if 1.15 <= keystone {
        defects.add("perspective", "moderate", false, true);
    } else if 1.08 <= keystone {
        defects.is_borderline = true;
    }
    json!({ "quarter_turns_cw": turns, "skew_deg": skew, "keystone": keystone })
}

fn polygon(shot: &Shot, [x0, y0, x1, y1]: [f32; 4]) -> [Place; 4] {
    [[x0, y0], [x1, y0], [x1, y1], [x0, y1]].map(|corner| shot.view.pixel(corner))
}

fn field(plan: &Plan, shot: &Shot, line: &Line) -> Field {
    let [x0, y0, x1, y1] = line.area;
    let middle = [f32::midpoint(x0, x1), f32::midpoint(y0, y1)];
    let em = line.em_mm * shot.view.scale_at(middle);
    let blur = shot.blur.sigma();
    let pixel = OWN_BLUR * shot.enlarged_by.max(1.0);
    let sigma = (blur * blur + pixel * pixel).sqrt();
    // Of a picture that was made larger the original's pixels count.
    let em_seen = em / shot.enlarged_by.max(1.0);

    let (mut outside, mut covered, mut lost) = (0.0, 0.0, 0.0);
    let (mut contrasts, mut noise, mut papers) = (Vec::new(), 0.0_f32, 0.0_f32);
    let count = 120_u8;
    for n in 0..count {
        let (column, row) = (f32::from(n % 24), f32::from(n / 24));
        let place = [x0 + (x1 - x0) * (column + 0.5) / 24.0, y0 + (y1 - y0) * (row + 0.5) / 5.0];
        let at = shot.view.pixel(place);
        let share = 1.0 / f32::from(count);
        let is_inside = (0..2).all(|i| 0.0 <= at[i] && at[i] <= shot.frame[i] as f32 - 1.0);
        outside += if is_inside { 0.0 } else { share };
        covered += if 0.5 < shot.covered(at) { share } else { 0.0 };
        let lit = shot.lit(at) * plan.exposure;
        let shine = shot.glare(at) * lit;
        let seen = |tone: f32, shine: f32| tone * lit + shine + plan.flare;
        let clean = code(seen(line.ground, 0.0)) - code(seen(line.ink, 0.0));
        let left = code(seen(line.ground, shine)) - code(seen(line.ink, shine));
        lost += if left < clean * 0.25 { share } else { 0.0 };
        contrasts.push(clean);
        papers = papers.max(code(seen(line.ground, 0.0)));
        let light = seen(line.ground, 0.0).min(1.0);
        let sigma = noise_sigma(light, plan.noise_gain, plan.noise_floor);
        noise = noise.max((code(light + sigma) - code(light - sigma)) / 2.0);
    }
    contrasts.sort_by(f32::total_cmp);
    let contrast = contrasts[contrasts.len() / 10];
    let snr = contrast / noise.max(0.5);
    let marks = [
        ("small", Bounds(-12.0, -8.0).class(-em_seen)),
        ("blur", Bounds(0.065, 0.105).class(sigma / em)),
        ("contrast", Bounds(-45.0, -18.0).class(-contrast)),
        ("noise", Bounds(-4.0, -1.8).class(-snr)),
        ("cut off", Bounds(0.001, 0.03).class(outside)),
        ("occluded", Bounds(0.005, 0.05).class(covered)),
        ("glare", Bounds(0.01, 0.12).class(lost)),
    ];
    // The pixels of a small picture blur it as well: that is its size, and no blur.
    let is_sharp = shot.blur == Blur::None;
    let marks =
        marks.map(|(name, class)| (name, if name == "blur" && is_sharp { 0 } else { class }));
    let class = marks.iter().map(|mark| mark.1).max().unwrap_or(0);
    let why = marks.iter().filter(|mark| mark.1 != 0).map(|mark| mark.0).collect::<Vec<_>>();
    let row = json!({
        "name": line.name, "text": line.text, "mandatory": true, "polygon": polygon(shot, line.area), "em_px": em,
        "em_eff_px": em_seen, "blur_sigma_px": sigma, "blur_ratio": sigma / em, "contrast8": contrast,
        "snr": snr, "visible": 1.0 - outside, "occluded": covered, "glare_lost": lost,
        "legible": CLASSES[usize::from(class)], "why": why,
    });
    Field {
        class,
        why,
        em: em_seen,
        contrast,
        paper_code: papers,
        occluded: covered,
        glare_lost: lost,
        row,
    }
}
