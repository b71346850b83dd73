//! An ONNX file with its large tensors taken out and made small. Field numbers are those of
//! `onnx.proto3` (ONNX, Apache-2.0).

use std::collections::HashMap;

use renzheng::reader::{Network, Tensor, f32_to_half, half_to_f32};

use super::protobuf::{Message, Value, numbers};

const MODEL_GRAPH: u64 = 7;
const GRAPH_NODE: u64 = 1;
const GRAPH_TENSOR: u64 = 5;
/// What is said of values in between, and remarks.
const GRAPH_DISPENSABLE: [u64; 2] = [10, 13];
const NODE_INPUT: u64 = 1;
const NODE_TYPE: u64 = 4;
/// Its name, and remarks.
const NODE_DISPENSABLE: [u64; 2] = [3, 6];
const TENSOR_SIDES: u64 = 1;
const TENSOR_TYPE: u64 = 2;
const TENSOR_NAME: u64 = 8;
const TENSOR_RAW: u64 = 9;
const TENSOR_EXTERNAL: u64 = 13;
const TENSOR_LOCATION: u64 = 14;
const FLOAT: u64 = 1;

/// Tensors of fewer values stay in the graph.
const LEAST: usize = 17;
/// A half float is good for what lies between these, and for 0.
const HALVES: std::ops::Range<f32> = 6.2e-5..65_000.0;
/// How a graph names its tensors' file: any name will do that ends so.
const FILE: &str = "weights.data";

/// The same network with small weights.
pub fn shrunk(file: &[u8]) -> Network {
    let mut model = Message::read(file);
    let mut tensors = Vec::new();
    for (field, value) in &mut model.0 {
        if let (&mut MODEL_GRAPH, Value::Bytes(bytes)) = (field, value) {
            let mut graph = Message::read(bytes);
            shrink(&mut graph, &mut tensors);
            *bytes = graph.write();
        }
    }
    Network { graph: model.write(), tensors }
}

fn shrink(graph: &mut Message, tensors: &mut Vec<Tensor>) {
    graph.0.retain(|(field, _)| !GRAPH_DISPENSABLE.contains(field));
    let users = users(graph);
    let mut offset = 0;
    for (field, value) in &mut graph.0 {
        let (GRAPH_NODE | GRAPH_TENSOR, Value::Bytes(bytes)) = (*field, value) else { continue };
        let mut message = Message::read(bytes);
        if *field == GRAPH_NODE {
            message.0.retain(|(field, _)| !NODE_DISPENSABLE.contains(field));
        } else {
            let user = users.get(&message.text(TENSOR_NAME)).map_or("", String::as_str);
            if let Some(tensor) = made_small(&message, user) {
                let length = tensor.len() * 4;
                take_out(&mut message, offset, length);
                offset += length;
                tensors.push(tensor);
            }
        }
        *bytes = message.write();
    }
}

/// Which operation uses each tensor; the last one where there are several.
fn users(graph: &Message) -> HashMap<String, String> {
    let mut users = HashMap::new();
    for node in graph.all(GRAPH_NODE) {
        let Value::Bytes(bytes) = node else { continue };
        let node = Message::read(bytes);
        for input in node.all(NODE_INPUT) {
            if let Value::Bytes(name) = input {
                users.insert(String::from_utf8(name.clone()).unwrap(), node.text(NODE_TYPE));
            }
        }
    }
    users
}

fn made_small(tensor: &Message, user: &str) -> Option<Tensor> {
    if numbers(tensor.all(TENSOR_TYPE)) != [FLOAT] {
        return None;
    }
    let Some(Value::Bytes(raw)) = tensor.all(TENSOR_RAW).next() else { return None };
    let values: Vec<f32> =
        raw.chunks_exact(4).map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect();
    let sides: Vec<usize> = numbers(tensor.all(TENSOR_SIDES))
        .into_iter()
        .map(|side| usize::try_from(side).unwrap())
        .collect();
    if values.len() < LEAST {
        return None;
    }
    // The side along which the output's channels lie.
    let channels = match (sides.len(), user) {
        (4, "ConvTranspose") | (2, _) => Some(1),
        (4, _) => Some(0),
        _ => None,
    };
    match channels {
        // A channel of fewer values than a scale has bytes gains nothing.
        Some(at) if 8 * sides[at] <= values.len() => {
            Some(Tensor::quantised(&values, sides[at], sides[at + 1..].iter().product()))
        }
        _ => {
            let is_good = |value: &f32| *value == 0.0 || HALVES.contains(&value.abs());
            let is_small = values.iter().all(is_good);
            let halves: Vec<u16> = values.iter().map(|&value| f32_to_half(value)).collect();
            // Small values next to large ones may lose digits that do not matter.
            let most = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
            let is_near =
                |(value, &half): (&f32, &u16)| (value - half_to_f32(half)).abs() <= most * 1e-3;
            let is_near = most < HALVES.end && values.iter().zip(&halves).all(is_near);
            (is_small || is_near).then_some(Tensor::Halves(halves))
        }
    }
}

/// Says where the values are instead of having them.
fn take_out(tensor: &mut Message, offset: usize, length: usize) {
    tensor.0.retain(|(field, _)| *field != TENSOR_RAW);
    let entries = [
        ("location", FILE.to_owned()),
        ("offset", offset.to_string()),
        ("length", length.to_string()),
    ];
    for (key, value) in entries {
        let mut entry = Message::default();
        entry.push_bytes(1, key);
        entry.push_bytes(2, value);
        tensor.push_bytes(TENSOR_EXTERNAL, entry.write());
    }
    tensor.0.push((TENSOR_LOCATION, Value::Number(1)));
}
