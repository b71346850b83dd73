//! The forward cosine transform of a block, in whole numbers.
//!
//! The factorization of Loeffler, Ligtenberg and Moschytz (ICASSP 1989), with constants of 13 bits
//! and two bits kept between the passes, as libjpeg's slow transform has them.

/// Eight rows of eight.
pub(super) type Block = [[i32; 8]; 8];

/// Coefficients are those of T.81 times this.
pub(super) const GAIN: i32 = 8;

const BITS: i32 = 13;
const KEPT: i32 = 2;

/// √2 times sums of cosines, times 2¹³.
const C0_298: i32 = 2_446;
const C0_390: i32 = 3_196;
const C0_541: i32 = 4_433;
const C0_765: i32 = 6_270;
const C0_899: i32 = 7_373;
const C1_175: i32 = 9_633;
const C1_501: i32 = 12_299;
const C1_847: i32 = 15_137;
const C1_961: i32 = 16_069;
const C2_053: i32 = 16_819;
const C2_562: i32 = 20_995;
const C3_072: i32 = 25_172;

/// Brightness less 128 becomes coefficients, and rows become columns: `block[u][v]` is that of
/// the horizontal frequency `u` and the vertical one `v`.
pub(super) fn transform(block: &mut Block) {
    pass::<{ BITS - KEPT }, true>(block);
    transpose(block);
    pass::<{ BITS + KEPT }, false>(block);
}

/// Along the columns of all eight at once, which is what vectors are good at.
fn pass<const SHIFT: i32, const IS_FIRST: bool>(block: &mut Block) {
    let round = |value: i32| (value + (1 << (SHIFT - 1))) >> SHIFT;
    let sum = |value: i32| {
        if IS_FIRST { value << KEPT } else { (value + (1 << (KEPT - 1))) >> KEPT }
    };
    let [r0, r1, r2, r3, r4, r5, r6, r7] = block;
    for n in 0..8 {
        let (s0, d0) = (r0[n] + r7[n], r0[n] - r7[n]);
        let (s1, d1) = (r1[n] + r6[n], r1[n] - r6[n]);
        let (s2, d2) = (r2[n] + r5[n], r2[n] - r5[n]);
        let (s3, d3) = (r3[n] + r4[n], r3[n] - r4[n]);

        let (outer, outer_less) = (s0 + s3, s0 - s3);
        let (inner, inner_less) = (s1 + s2, s1 - s2);
        r0[n] = sum(outer + inner);
        r4[n] = sum(outer - inner);
        let turned = (inner_less + outer_less) * C0_541;
        r2[n] = round(turned + outer_less * C0_765);
        r6[n] = round(turned - inner_less * C1_847);

        let common = (d3 + d1 + d2 + d0) * C1_175;
        let (ends, middle) = ((d3 + d0) * -C0_899, (d2 + d1) * -C2_562);
        let odd = common - (d3 + d1) * C1_961;
        let even = common - (d2 + d0) * C0_390;
        r7[n] = round(d3 * C0_298 + ends + odd);
        r5[n] = round(d2 * C2_053 + middle + even);
        r3[n] = round(d1 * C3_072 + middle + odd);
        r1[n] = round(d0 * C1_501 + ends + even);
    }
}

fn transpose(block: &mut Block) {
    let rows = *block;
    for (n, column) in block.iter_mut().enumerate() {
        for (value, row) in column.iter_mut().zip(&rows) {
            *value = row[n];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// T.81, A.3.3, as it is written there.
    fn by_definition(block: &Block, u: usize, v: usize) -> f64 {
        let norm = |n: usize| if n == 0 { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
        let cosine = |x: usize, n: usize| {
            (std::f64::consts::PI * (2 * x + 1) as f64 * n as f64 / 16.0).cos()
        };
        let mut sum = 0.0;
        for (y, row) in block.iter().enumerate() {
            for (x, &value) in row.iter().enumerate() {
                sum += f64::from(value) * cosine(x, u) * cosine(y, v);
            }
        }
        sum * norm(u) * norm(v) / 4.0
    }

    #[test]
    fn it_is_that_of_the_standard() {
        let mut state = 7_u32;
        let mut next = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            i32::from(state.to_be_bytes()[0]) - 128
        };
        let flat = |value: i32| [[value; 8]; 8];
        let mut blocks = vec![flat(127), flat(-128), flat(0)];
        blocks.extend((0..40).map(|_| std::array::from_fn(|_| std::array::from_fn(|_| next()))));
        for block in blocks {
            let mut coefficients = block;
            transform(&mut coefficients);
            for (u, column) in coefficients.iter().enumerate() {
                for (v, &ours) in column.iter().enumerate() {
                    let ours = f64::from(ours) / f64::from(GAIN);
                    let theirs = by_definition(&block, u, v);
                    assert!((ours - theirs).abs() < 0.2, "{u} {v}: {ours}, and not {theirs}");
                }
            }
        }
    }
}
