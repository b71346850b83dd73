//! What was read of a photo, as the draft keeps it: without how sure each character was, and in
//! whole pixels, as `web/reading.js` hands it over.

use serde_json::value::RawValue;

use super::object::Object;
use crate::photo::{Kind, Point, Quad};
use crate::reader::{Field, FieldName, Reading};

/// Reads the JSON of its part, if it is one. A derived reader would bring the parsing of floating
/// point along.
pub fn read(json: &str) -> Option<Reading> {
    let object = Object::read(json)?;
    let number = |name: &str| object.number(name).and_then(|number| u32::try_from(number).ok());
    let turns = number("quarterTurns").unwrap_or_default() % 4;
    let fields: Vec<Box<RawValue>> = object.get("fields")?;
    Some(Reading {
        kind: object.text("kind").and_then(|kind| Kind::from_name(&kind)),
        is_readable: is_true(&object, "isReadable"),
        quarter_turns: u8::try_from(turns).unwrap_or_default(),
        width: number("width").unwrap_or_default(),
        height: number("height").unwrap_or_default(),
        fields: fields.iter().filter_map(|json| field(json.get())).collect(),
        coded: object.text("coded"),
    })
}

fn field(json: &str) -> Option<Field> {
    let object = Object::read(json)?;
    Some(Field {
        name: FieldName::from_name(&object.text("name")?)?,
        text: object.text("text")?,
        confidences: Vec::new(),
        is_readable: is_true(&object, "isReadable"),
        polygons: object.json("polygons").map(polygons).unwrap_or_default(),
    })
}

fn is_true(object: &Object, name: &str) -> bool {
    object.json(name) == Some("true")
}

/// Four points of two numbers each, all in a row; of each its whole part.
#[expect(clippy::cast_precision_loss)] // Pixels of a picture.
fn polygons(json: &str) -> Vec<Quad> {
    let is_between = |c: char| matches!(c, '[' | ']' | ',') || c.is_whitespace();
    let whole = |text: &str| text.split('.').next()?.parse::<i32>().ok();
    let numbers: Vec<f32> = (json.split(is_between).filter(|text| !text.is_empty()))
        .map(|text| whole(text).unwrap_or_default() as f32)
        .collect();
    let point = |at: &[f32], n: usize| Point::new(at[2 * n], at[2 * n + 1]);
    numbers.chunks_exact(8).map(|at| Quad([0, 1, 2, 3].map(|n| point(at, n)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_read_member_by_member() {
        let json = r#"{"kind":"licence","isReadable":true,"quarterTurns":3,"width":100,"height":60,"coded":"X",
            "fields":[{"name":"name","text":"王","isReadable":true,
                "polygons":[[[1,-2.75],[3,4],[5,6],[7,8]],[[0,0],[1,0],[1,1],[0,1]]]},
                {"name":"of another version","text":"x"}],"findings":[]}"#;
        let reading = read(json).unwrap();
        assert_eq!((reading.kind, reading.is_readable), (Some(Kind::Licence), true));
        assert_eq!(reading.quarter_turns, 3);
        assert_eq!((reading.width, reading.height, reading.fields.len()), (100, 60, 1));
        assert_eq!(reading.text(FieldName::Name), Some("王"));
        assert_eq!(reading.fields[0].polygons.len(), 2);
        assert_eq!(reading.fields[0].polygons[0].0[0], Point::new(1.0, -2.0));
        assert_eq!(reading.coded.as_deref(), Some("X"));
    }

    #[test]
    fn what_is_none_is_none() {
        for json in ["", "null", "[]", "{}", r#"{"fields":7}"#] {
            assert!(read(json).is_none(), "{json}");
        }
    }
}
