//! The outline of a document as somebody moves it, and what is asked of the worker then.

use crate::photo::{Change, Crop, Fitted, Point, Quad};

/// Which part of a picture is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cut {
    /// The document, or everything.
    pub crop: Crop,
    /// Where the document is, if somebody set its corners.
    pub corners: Option<Quad>,
}

impl Cut {
    /// Whether that is what came out: along some outlines nothing can be cut.
    pub fn is_done(&self, fitted: &Fitted) -> bool {
        let is_along = self.crop == Crop::Document && self.corners.is_some();
        fitted.ok && (!is_along || fitted.changed.contains(&Change::Cropped))
    }
}

/// Four corners in a picture that is seen turned by quarters. All in pixels of the picture at
/// full size, from its edges: the last column ends at the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Width and height as it is seen.
    size: [i32; 2],
    /// Top left, top right, bottom right, bottom left as it is seen.
    corners: [[i32; 2]; 4],
    /// The picture is seen turned clockwise by so many quarters.
    turns: u8,
}

/// Why nothing can be cut along an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Sides cross, or a corner is pushed in.
    Crossed,
    /// Two neighbours are too close.
    Small,
}

/// No side may be shorter than this part of the picture's longer side. Of less there is nothing
/// left to read. Chosen by us.
const SHORTEST: i32 = 20;

/// From the whole picture to where most documents begin, as a part of each side. Chosen by us.
const INSET: [i32; 2] = [8, 100];

impl Outline {
    /// An outline in the order in which the document is read. The picture is seen so that it
    /// can be. What hangs over the frame is brought into it.
    pub fn of(size: [i32; 2], quad: &Quad) -> Self {
        #[expect(clippy::cast_possible_truncation)] // Casts saturate.
        let from_edge = |at: f32| (at + 0.5).round() as i32;
        let corners = quad.0.map(|corner| [from_edge(corner.x), from_edge(corner.y)]);
        let mut seen = Self { size, corners, turns: 0 };
        for at in 0..4 {
            seen.place(at, corners[at]);
        }
        let mut best = seen;
        for _ in 0..3 {
            seen = seen.rotated();
            if best.rightward() < seen.rightward() {
                best = seen;
            }
        }
        best
    }

    /// The whole picture as it is seen.
    #[must_use]
    pub const fn whole(self) -> Self {
        let [right, bottom] = self.size;
        Self { corners: [[0, 0], [right, 0], [right, bottom], [0, bottom]], ..self }
    }

    /// Where nothing was found: most of the picture.
    pub fn inset(size: [i32; 2]) -> Self {
        let [dx, dy] = size.map(|side| side * INSET[0] / INSET[1]);
        let [right, bottom] = [size[0] - dx, size[1] - dy];
        let corners = [[dx, dy], [right, dy], [right, bottom], [dx, bottom]];
        Self { size, corners, turns: 0 }
    }

    /// The picture turned clockwise by one quarter more.
    #[must_use]
    pub fn turned_right(self) -> Self {
        let mut turned = self.rotated();
        turned.corners.rotate_right(1);
        turned
    }

    /// Width and height as it is seen.
    pub const fn size(&self) -> [i32; 2] {
        self.size
    }

    /// Top left, top right, bottom right, bottom left as it is seen.
    pub const fn corners(&self) -> [[i32; 2]; 4] {
        self.corners
    }

    /// The picture is seen turned clockwise by so many quarters.
    pub const fn turns(&self) -> u8 {
        self.turns
    }

    /// Brings a corner there, or as near as the picture reaches.
    pub fn place(&mut self, corner: usize, [x, y]: [i32; 2]) {
        let [right, bottom] = self.size;
        if let Some(corner) = self.corners.get_mut(corner) {
            *corner = [x.clamp(0, right), y.clamp(0, bottom)];
        }
    }

    /// What keeps it from being used.
    pub fn problem(&self) -> Option<Problem> {
        let [a, b, c, d] = self.corners.map(|[x, y]| [i64::from(x), i64::from(y)]);
        let shortest = i64::from(self.long_side() / SHORTEST);
        let is_short = |[p, q]: [[i64; 2]; 2]| {
            let [dx, dy] = [q[0] - p[0], q[1] - p[1]];
            dx * dx + dy * dy < shortest * shortest
        };
        // Seen from above, a document turns to the right at each of its corners.
        let turns_right = |[p, q, r]: [[i64; 2]; 3]| {
            0 < (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])
        };
        if [[a, b], [b, c], [c, d], [d, a]].into_iter().any(is_short) {
            Some(Problem::Small)
        } else if [[a, b, c], [b, c, d], [c, d, a], [d, a, b]].into_iter().all(turns_right) {
            None
        } else {
            Some(Problem::Crossed)
        }
    }

    /// The longer side of the picture.
    pub fn long_side(&self) -> i32 {
        self.size[0].max(self.size[1])
    }

    /// In pixels of the picture as it was given, and in the order in which the document is read.
    pub fn quad(&self) -> Quad {
        let mut given = *self;
        while given.turns != 0 {
            given = given.rotated();
        }
        // Pixels of pictures are far below 2^24.
        #[expect(clippy::cast_precision_loss)]
        let from_middle = |at: i32| at as f32 - 0.5;
        Quad(given.corners.map(|[x, y]| Point::new(from_middle(x), from_middle(y))))
    }

    /// What is asked of the worker. The whole picture is kept as it was framed: it is judged by
    /// the document that was found in it, and turned as it is seen.
    pub fn cut(&self, found: Option<&Self>) -> Cut {
        if self.corners != self.whole().corners {
            return Cut { crop: Crop::Document, corners: Some(self.quad()) };
        }
        let mut document = *found.unwrap_or(self);
        let is_as_found = document.turns == 0 && self.turns == 0;
        while document.turns != self.turns {
            document = document.turned_right();
        }
        Cut { crop: Crop::None, corners: (!is_as_found).then(|| document.quad()) }
    }

    /// Another view of the same corners, in the same order.
    fn rotated(self) -> Self {
        let [width, height] = self.size;
        let corners = self.corners.map(|[x, y]| [height - y, x]);
        Self { size: [height, width], corners, turns: (self.turns + 1) % 4 }
    }

    /// How far the way along the sides runs as it should: first to the right.
    fn rightward(&self) -> i32 {
        let [a, b, c, d] = self.corners;
        (b[0] - a[0]) + (c[0] - d[0]) + (d[1] - a[1]) + (c[1] - b[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [i32; 2] = [400, 300];

    fn quad(corners: [[f32; 2]; 4]) -> Quad {
        Quad(corners.map(|[x, y]| Point::new(x - 0.5, y - 0.5)))
    }

    const TILTED: [[f32; 2]; 4] = [[60.0, 40.0], [330.0, 50.0], [320.0, 250.0], [50.0, 240.0]];

    fn with(corners: [[i32; 2]; 4]) -> Outline {
        Outline { size: SIZE, corners, turns: 0 }
    }

    #[test]
    fn what_is_read_is_seen_upright_and_comes_back_as_it_was() {
        let upright = quad(TILTED);
        for quarters in 0..4 {
            let given = upright.reread(quarters);
            let seen = Outline::of(SIZE, &given);
            assert_eq!(seen.turns, (4 - quarters) % 4);
            assert_eq!(seen.size, if quarters % 2 == 0 { SIZE } else { [300, 400] });
            assert_eq!(seen.problem(), None);
            let [first, second, ..] = seen.corners;
            assert!(first[0] + 150 < second[0], "{seen:?}");
            assert_eq!(seen.quad(), given);
        }
    }

    #[test]
    fn turning_reads_on_from_the_corner_before() {
        let seen = Outline::of(SIZE, &quad(TILTED));
        let once = seen.turned_right();
        assert_eq!((once.turns, once.size), (1, [300, 400]));
        // The bottom left corner comes to the top left.
        assert_eq!(once.corners[0], [300 - 240, 50]);
        assert_eq!(once.quad(), seen.quad().reread(3));
        assert_eq!(once.turned_right().turned_right().turned_right(), seen);
    }

    #[test]
    fn corners_stay_in_the_picture() {
        let cases = [
            ([-5, 10], [0, 10]),
            ([401, 301], [400, 300]),
            ([i32::MIN, i32::MAX], [0, 300]),
            ([7, 8], [7, 8]),
        ];
        for (to, there) in cases {
            let mut outline = Outline::inset(SIZE);
            outline.place(2, to);
            assert_eq!(outline.corners[2], there);
        }
        let over = quad([[-90.0, -9.0], [500.0, 0.0], [400.0, 300.0], [0.0, 310.0]]);
        assert_eq!(Outline::of(SIZE, &over), Outline::inset(SIZE).whole());
    }

    #[test]
    fn the_start_is_inset_by_eight_percent() {
        let corners = [[32, 24], [368, 24], [368, 276], [32, 276]];
        assert_eq!(Outline::inset(SIZE), with(corners));
    }

    #[test]
    fn crossed_and_small_outlines_are_told() {
        let cases = [
            ([[0, 0], [400, 0], [400, 300], [0, 300]], None),
            ([[10, 10], [390, 20], [380, 290], [5, 280]], None),
            // Left and right are exchanged.
            ([[400, 0], [0, 0], [0, 300], [400, 300]], Some(Problem::Crossed)),
            // Two sides cross.
            ([[0, 0], [400, 0], [0, 300], [400, 300]], Some(Problem::Crossed)),
            // A corner is pushed in.
            ([[250, 200], [400, 0], [400, 300], [0, 300]], Some(Problem::Crossed)),
            // Three corners lie in a line.
            ([[0, 0], [200, 0], [400, 0], [0, 300]], Some(Problem::Crossed)),
            // A twentieth of 400 is enough, less is not.
            ([[0, 0], [400, 0], [400, 20], [0, 20]], None),
            ([[0, 0], [400, 0], [400, 19], [0, 19]], Some(Problem::Small)),
            ([[9, 9]; 4], Some(Problem::Small)),
        ];
        for (corners, problem) in cases {
            assert_eq!(with(corners).problem(), problem, "{corners:?}");
        }
    }

    #[test]
    fn the_whole_picture_is_no_document() {
        let plain = Outline::inset(SIZE).whole();
        assert_eq!(plain.cut(None), Cut { crop: Crop::None, corners: None });
        let turned = plain.turned_right();
        let frame = Quad::frame(400.0, 300.0).reread(3);
        assert_eq!(turned.cut(None), Cut { crop: Crop::None, corners: Some(frame) });

        // Of a document that was found askew by a quarter, the picture turns with it.
        let found = Outline::of(SIZE, &quad(TILTED).reread(1));
        let cut = |outline: Outline| outline.whole().cut(Some(&found));
        assert_eq!(cut(found), Cut { crop: Crop::None, corners: Some(found.quad()) });
        let back = found.turned_right();
        assert_eq!(back.turns, 0);
        assert_eq!(cut(back), Cut { crop: Crop::None, corners: Some(back.quad()) });
    }

    #[test]
    fn what_was_set_is_the_document() {
        let outline = Outline::of(SIZE, &quad(TILTED));
        let set = Cut { crop: Crop::Document, corners: Some(quad(TILTED)) };
        assert_eq!(outline.cut(None), set);
        assert_eq!(outline.cut(Some(&outline)), set);
    }
}
