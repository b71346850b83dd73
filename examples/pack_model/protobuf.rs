//! As much of Protocol Buffers as it takes to rewrite a file: fields as they stand.

/// A value as it stands in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(u64),
    Bytes(Vec<u8>),
    /// Four or eight bytes.
    Fixed(Vec<u8>),
}

/// The fields of a message, in their order.
#[derive(Clone, Debug, Default)]
pub struct Message(pub Vec<(u64, Value)>);

impl Message {
    pub fn read(mut bytes: &[u8]) -> Self {
        let mut fields = Vec::new();
        while !bytes.is_empty() {
            let tag = number(&mut bytes);
            let value = match tag & 7 {
                0 => Value::Number(number(&mut bytes)),
                1 => Value::Fixed(taken(&mut bytes, 8)),
                2 => {
                    let length = number(&mut bytes);
                    Value::Bytes(taken(&mut bytes, length))
                }
                5 => Value::Fixed(taken(&mut bytes, 4)),
                other => panic!("wire type {other}"),
            };
            fields.push((tag >> 3, value));
        }
        Self(fields)
    }

    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (field, value) in &self.0 {
            let (wire, content) = match value {
                Value::Number(_) => (0, &[][..]),
                Value::Bytes(content) => (2, &content[..]),
                Value::Fixed(content) => (if content.len() == 8 { 1 } else { 5 }, &content[..]),
            };
            put(&mut bytes, field << 3 | wire);
            match value {
                Value::Number(number) => put(&mut bytes, *number),
                Value::Bytes(content) => put(&mut bytes, content.len() as u64),
                Value::Fixed(_) => {}
            }
            bytes.extend(content);
        }
        bytes
    }

    /// The values of a field.
    pub fn all(&self, field: u64) -> impl Iterator<Item = &Value> {
        self.0.iter().filter(move |(number, _)| *number == field).map(|(_, value)| value)
    }

    pub fn text(&self, field: u64) -> String {
        match self.all(field).next() {
            Some(Value::Bytes(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
            _ => String::new(),
        }
    }

    pub fn push_bytes(&mut self, field: u64, bytes: impl Into<Vec<u8>>) {
        self.0.push((field, Value::Bytes(bytes.into())));
    }
}

/// Several numbers, one by one or packed.
pub fn numbers<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<u64> {
    let mut found = Vec::new();
    for value in values {
        match value {
            Value::Number(number) => found.push(*number),
            Value::Bytes(bytes) => {
                let mut rest = &bytes[..];
                while !rest.is_empty() {
                    found.push(number(&mut rest));
                }
            }
            Value::Fixed(_) => panic!("no number"),
        }
    }
    found
}

fn number(bytes: &mut &[u8]) -> u64 {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first().expect("a whole file");
        *bytes = rest;
        value |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return value;
        }
    }
    panic!("a number of more than 64 bits")
}

fn taken(bytes: &mut &[u8], length: u64) -> Vec<u8> {
    let (taken, rest) = bytes.split_at(usize::try_from(length).unwrap());
    *bytes = rest;
    taken.to_vec()
}

fn put(bytes: &mut Vec<u8>, mut value: u64) {
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            bytes.push(low & 127);
            return;
        }
        bytes.push(low | 128);
    }
}
