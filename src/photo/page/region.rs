//! Connected areas of the page, in squares.

/// A connected area.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Region {
    /// Its squares, as they stand row by row.
    pub(super) members: Vec<usize>,
    /// First and last column, first and last row.
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
    width: usize,
}

impl Region {
    /// How many of its squares are at least `margin` squares away from each edge.
    pub(super) fn count_within(&self, margin: usize, width: usize, height: usize) -> usize {
        let is_within = |at: usize, length: usize| margin <= at && at + margin < length;
        let within =
            |&&n: &&usize| is_within(n % self.width, width) && is_within(n / self.width, height);
        self.members.iter().filter(within).count()
    }

    /// Whether more than half of its squares are so.
    pub(super) fn is_mostly(&self, is_so: impl Fn(usize) -> bool) -> bool {
        self.members.len() < 2 * self.members.iter().filter(|&&n| is_so(n)).count()
    }
}

/// The largest connected area.
pub(super) fn largest(mask: &[bool], width: usize) -> Option<Region> {
    regions(mask, width)
        .into_iter()
        .reduce(|best, next| if best.members.len() < next.members.len() { next } else { best })
}

/// All connected areas; squares touch at their sides.
pub(super) fn regions(mask: &[bool], width: usize) -> Vec<Region> {
    let width = width.max(1);
    let mut is_open = mask.to_vec();
    let mut found = Vec::new();
    for start in 0..mask.len() {
        if is_open.get(start) != Some(&true) {
            continue;
        }
        let (x, y) = (start % width, start / width);
        let mut region =
            Region { members: Vec::new(), left: x, right: x, top: y, bottom: y, width };
        region.take(start, &mut is_open);
        let mut next = 0;
        while let Some(&at) = region.members.get(next) {
            next += 1;
            let (x, y) = (at % width, at / width);
            region.left = region.left.min(x);
            region.right = region.right.max(x);
            region.top = region.top.min(y);
            region.bottom = region.bottom.max(y);
            if 0 < x {
                region.take(at - 1, &mut is_open);
            }
            if x + 1 < width {
                region.take(at + 1, &mut is_open);
            }
            if 0 < y {
                region.take(at - width, &mut is_open);
            }
            region.take(at + width, &mut is_open);
        }
        found.push(region);
    }
    found
}

impl Region {
    fn take(&mut self, at: usize, is_open: &mut [bool]) {
        if let Some(is_open) = is_open.get_mut(at)
            && *is_open
        {
            *is_open = false;
            self.members.push(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_that_touch_at_corners_are_apart() {
        let mask: Vec<bool> = "##..\
                               ..#.\
                               ..##"
            .chars()
            .map(|c| c == '#')
            .collect();
        let found = regions(&mask, 4);
        let sizes: Vec<_> = found.iter().map(|region| region.members.len()).collect();
        assert_eq!(sizes, [2, 3]);
        assert_eq!((found[1].left, found[1].right, found[1].top, found[1].bottom), (2, 3, 1, 2));
        assert_eq!(largest(&mask, 4).as_ref(), found.get(1));
        assert_eq!(regions(&[], 0), []);
    }
}
