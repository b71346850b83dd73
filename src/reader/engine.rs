//! The two networks at work: lines of a page, and the characters of a line.

use rten::{Model, ModelOptions, Value, op_registry};

use super::line::Line;
use super::pack::{Network, Pack, PackError};
use super::page::{LONG, Page, Strip};
use super::strips::strips;

/// How the graphs name the file of their weights.
const WEIGHTS: &str = "weights.data";
/// Height of a line as the recogniser takes it, and what its width is a multiple of.
const LINE: usize = 48;
const LINE_STEP: usize = 16;
/// What the sides of a page are multiples of.
const PAGE_STEP: usize = 32;
/// The recogniser has so many frames for so many pixels.
const LEAST_LINE: usize = 96;
const MOST_LINE: usize = 2_048;

/// What reads. Made once of a pack; makes no threads and keeps nothing of what it reads.
pub struct Reader {
    detector: Model,
    recogniser: Model,
    characters: Vec<char>,
}

/// Prints how many characters it knows.
impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reader({} characters)", self.characters.len())
    }
}

/// Colours to what a network takes: plane by plane, blue first, as it was trained.
fn planes(pixels: &[[u8; 3]], mean: [f32; 3], deviation: [f32; 3]) -> Vec<f32> {
    let plane = |channel: usize| {
        pixels.iter().map(move |pixel| {
            (f32::from(pixel[2 - channel]) / 255.0 - mean[channel]) / deviation[channel]
        })
    };
    (0..3).flat_map(plane).collect()
}

impl Reader {
    /// Makes one of the bytes of a pack.
    ///
    /// # Errors
    ///
    /// What is no pack, was damaged, or cannot be run.
    pub fn new(pack: &[u8]) -> Result<Self, PackError> {
        let pack = Pack::from_bytes(pack)?;
        let characters = pack.characters.lines().filter_map(|line| line.chars().next()).collect();
        let (detector, recogniser) = (loaded(&pack.detector)?, loaded(&pack.recogniser)?);
        Ok(Self { detector, recogniser, characters })
    }

    /// The characters that it can read.
    pub fn characters(&self) -> &[char] {
        &self.characters
    }

    /// The lines of a page.
    pub(super) fn find(&self, page: &Page, long_side: u16) -> Vec<Strip> {
        let scale = f32::from(long_side) / LONG;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
        let size =
            |side: f32| ((side * scale / PAGE_STEP as f32).round() as usize).max(1) * PAGE_STEP;
        let (width, height) = (size(page.width), size(page.height));
        let pixels = page.picture(width, height);
        let input = planes(&pixels, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
        let Some(map) = run::<4>(&self.detector, [1, 3, height, width], input) else {
            return Vec::new();
        };
        let ([.., map_height, map_width], map) = map;
        let (across, down) = (page.width / map_width as f32, page.height / map_height as f32);
        let on_page = |mut strip: Strip| {
            for point in [&mut strip.from, &mut strip.to] {
                (point.x, point.y) = (point.x * across, point.y * down);
            }
            strip.height *= f32::midpoint(across, down);
            strip
        };
        strips(&map, map_width, map_height).into_iter().map(on_page).collect()
    }

    /// What stands in a line.
    pub(super) fn read_strip(&self, page: &Page, strip: &Strip) -> Option<Line> {
        let (length, height) = page.pixels_of(strip);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
        let steps = (length / height.max(1.0) * LINE as f32 / LINE_STEP as f32).round() as usize;
        let width = (steps * LINE_STEP).clamp(LEAST_LINE, MOST_LINE);
        let pixels = page.strip(strip, width, LINE);
        let input = planes(&pixels, [0.5; 3], [0.5; 3]);
        let ([.., classes], probabilities) =
            run::<3>(&self.recogniser, [1, 3, LINE, width], input)?;
        (classes == self.characters.len() + 2)
            .then(|| Line::decoded(*strip, &probabilities, &self.characters))
    }
}

fn loaded(network: &Network) -> Result<Model, PackError> {
    let operations = op_registry!(
        Add,
        AveragePool,
        BatchNormalization,
        Concat,
        Conv,
        ConvTranspose,
        Div,
        Erf,
        GlobalAveragePool,
        HardSigmoid,
        Identity,
        MatMul,
        MaxPool,
        Mul,
        ReduceMean,
        Relu,
        Resize,
        Sigmoid,
        Softmax,
        Squeeze,
        Transpose,
        Unsqueeze
    );
    let mut options = ModelOptions::with_ops(operations);
    options.external_data(WEIGHTS, network.weights());
    options.load(network.graph.clone()).map_err(|error| PackError::Unusable(error.to_string()))
}

/// Runs a network with one input and one output.
fn run<const N: usize>(
    model: &Model,
    shape: [usize; 4],
    input: Vec<f32>,
) -> Option<([usize; N], Vec<f32>)> {
    let input = Value::from_shape(shape, input).ok()?;
    model.run_one(input.into(), None).ok()?.into_shape_vec().ok()
}
