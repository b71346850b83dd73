//! Words of the dialog in which the edges of a document are set by hand.

use super::{Phrase, phrases};

phrases! {
    ADJUST: "调整边缘" "Adjust the edges"
    FAILED: "没能按新的范围处理，照片保持原来的样子。" "The photo could not be cut along those edges. It is as it was before."
    HINT: "把四个圆圈拖到材料的四角。也可以用 Tab 键选圆圈，用方向键移动（按住 Shift 移得更细）。" "Drag the four rings to the corners of the document. Or choose a ring with Tab and move it with the arrow keys, with Shift by less."
    TOP_LEFT: "左上角" "Top left corner"
    TOP_RIGHT: "右上角" "Top right corner"
    BOTTOM_RIGHT: "右下角" "Bottom right corner"
    BOTTOM_LEFT: "左下角" "Bottom left corner"
    THERE: "{corner}：距左边 {x}%，距上边 {y}%" "{corner}: {x}% from the left, {y}% from the top"
    TURN_LEFT: "向左转" "Turn left"
    TURN_RIGHT: "向右转" "Turn right"
    WHOLE: "整张照片" "Whole picture"
    AS_FOUND: "恢复识别结果" "As found"
    USE: "使用这个范围" "Use these edges"
    CROSSED: "四条边交叉了，或有一角向内凹。请把圆圈移开。" "The edges cross, or one corner is pushed in. Move the rings apart."
    SMALL: "圈住的部分太小。请把圆圈移远一些。" "What is outlined is too small. Move the rings further apart."
}

/// What the dialog says, by the names under which it looks for it (`web/edges.js`).
pub const WORDS: [(&str, Phrase); 14] = [
    ("title", ADJUST),
    ("hint", HINT),
    ("corner0", TOP_LEFT),
    ("corner1", TOP_RIGHT),
    ("corner2", BOTTOM_RIGHT),
    ("corner3", BOTTOM_LEFT),
    ("there", THERE),
    ("left", TURN_LEFT),
    ("right", TURN_RIGHT),
    ("whole", WHOLE),
    ("found", AS_FOUND),
    ("use", USE),
    ("crossed", CROSSED),
    ("small", SMALL),
];
