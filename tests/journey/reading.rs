//! What is read of photos: which are read, what is offered, and what contradicts the form.

use renzheng::application::{Field, Slot, SubjectType};
use renzheng::journey::Answer;
use renzheng::process::StateKind;
use renzheng::text::Locale;
use serde_json::json;

use crate::desk::Desk;
use crate::forms::{complete, credit_code};

const LICENCE: &str = "photos/licence";

fn photo(desk: &mut Desk, id: &str, slot: Slot, kind: &str) {
    let entry = json!({
        "id": id, "kind": kind, "name": "a.jpg", "chosen": true, "slot": slot.as_str(),
        "fitted": { "ok": true }, "place": "storage", "sha256": id,
    });
    desk.put(&format!("photo.{id}"), &entry);
    desk.reads = true;
}

fn field(name: &str, text: &str) -> serde_json::Value {
    let polygon = [[10.0, 20.0], [90.0, 20.0], [90.0, 30.0], [10.0, 30.0]];
    json!({
        "name": name, "text": text, "isReadable": !text.is_empty(),
        "polygons": [polygon],
    })
}

fn reading(fields: &[(&str, &str)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, text)| field(name, text)).collect();
    let reading = json!({
        "kind": "licence", "isReadable": true, "quarterTurns": 0, "width": 100, "height": 60,
        "fields": fields, "findings": [],
    });
    reading.to_string()
}

fn told(desk: &mut Desk, page: &str, id: &str, reading: &str) -> Answer {
    desk.send(page, "read", id, &[("reading", reading)])
}

/// The licence of a company whose form has only its type.
fn licensed() -> Desk {
    let mut desk = Desk::new(Locale::En);
    desk.put("subjectType", &SubjectType::Enterprise);
    photo(&mut desk, "l", Slot::Licence, "licence");
    desk
}

fn company() -> String {
    let code = credit_code(SubjectType::Enterprise);
    reading(&[
        ("credit-code", &code),
        ("name", "青石小筑(北京)有限公司"),
        ("representative", "王五"),
        ("founded", "2016-02-29"),
    ])
}

#[test]
fn one_photo_after_the_other_is_read_where_it_can_be_and_only_once() {
    let mut desk = licensed();
    photo(&mut desk, "a", Slot::Letter, "letter");
    let wanted = desk.show("").read.map(|wanted| (wanted.id.0, wanted.kind.as_str()));
    assert_eq!(wanted, Some(("l".to_owned(), "licence")), "a letter has no fields");
    desk.reads = false;
    assert!(desk.show("").read.is_none(), "where the browser cannot, nothing is asked of it");
    assert!(!desk.show(LICENCE).html.contains("reading-progress"));
    desk.reads = true;
    assert!(desk.show(LICENCE).html.contains("reading-progress"), "it is seen that it goes on");
    let answer = told(&mut desk, LICENCE, "l", &company());
    assert!(answer.read.is_none() && !answer.html.contains("reading-progress"));
    assert!(desk.show("").read.is_none());
}

#[test]
fn what_cannot_be_read_is_not_asked_for_again() {
    for garbage in ["", "null", "[]", "{\"fields\":7}"] {
        let mut desk = licensed();
        assert!(told(&mut desk, LICENCE, "l", garbage).read.is_none(), "{garbage}");
        assert!(desk.show("").read.is_none(), "{garbage}");
        let html = desk.show(LICENCE).html;
        assert!(html.contains("These lines can’t be read: Credit code, "), "{html}");
    }
}

#[test]
fn a_reading_goes_with_its_photo() {
    let mut desk = licensed();
    told(&mut desk, "", "l", &company());
    assert!(desk.snapshot.to_json().contains("reading.l"));
    desk.remove("photo.l");
    photo(&mut desk, "m", Slot::Licence, "licence");
    assert!(!desk.show("").html.contains("use-read"), "nothing of a photo that is gone");
    let answer = told(&mut desk, "", "l", &company());
    assert!(answer.edits.iter().all(|edit| edit.value.is_none()), "{:?}", answer.edits.len());
    assert!(!desk.snapshot.to_json().contains("青石小筑"), "what it said is gone");
    assert_eq!(desk.show("").read.map(|wanted| wanted.id.0).as_deref(), Some("m"));
}

#[test]
fn what_was_read_is_offered_and_never_forced() {
    let code = credit_code(SubjectType::Enterprise);
    for page in [LICENCE, ""] {
        let mut desk = licensed();
        told(&mut desk, page, "l", &company());
        assert_eq!(desk.field(Field::SubjectCreditCode), "", "nothing is filled in by itself");
        let html = desk.show(page).html;
        assert!(html.contains("Fill in the form (4)"), "{html}");
        let html = desk.show("subject").html;
        let offer = format!("data-arg=\"subject.creditCode={code}\"");
        assert!(html.contains("Read from the photo:") && html.contains(&offer), "{html}");
        let answer = desk.act(page, "use-read", "");
        assert_eq!(answer.say.as_deref(), Some("Filled in: 4. Check it against the document"));
        assert_eq!(desk.field(Field::SubjectCreditCode), code);
        assert_eq!(desk.field(Field::LegalPersonName), "王五");
        assert!(!desk.show(page).html.contains("use-read"), "there is nothing left to fill in");
        assert!(desk.show(LICENCE).html.contains("The same as in the form"));
    }
}

#[test]
fn that_all_can_be_read_is_not_said_beside_a_line_that_cannot() {
    let code = credit_code(SubjectType::Enterprise);
    for (scope, is_clear) in [("图书零售", true), ("", false)] {
        let mut desk = licensed();
        told(&mut desk, "", "l", &reading(&[("credit-code", &code), ("scope", scope)]));
        let html = desk.show(LICENCE).html;
        assert_eq!(html.contains("Every line that must be legible can be read."), is_clear);
        assert_eq!(html.contains("can’t be read</dd>"), !is_clear, "{html}");
    }
}

#[test]
fn print_that_is_not_upright_is_said_by_the_photo_and_before_sending() {
    for (quarter_turns, said) in [(0, None), (1, Some(90)), (2, Some(180)), (3, Some(270))] {
        let mut desk = licensed();
        let turned = format!("\"quarterTurns\":{quarter_turns}");
        told(&mut desk, LICENCE, "l", &company().replace("\"quarterTurns\":0", &turned));
        for page in [LICENCE, "check"] {
            let html = desk.show(page).html;
            let degrees = [90, 180, 270].into_iter().find(|degrees| {
                html.contains(&format!("isn’t upright: it is turned clockwise by {degrees}°."))
            });
            assert_eq!(degrees, said, "{page}");
        }
    }
}

#[test]
fn one_value_is_used_at_its_field_and_what_was_typed_stays() {
    let mut desk = licensed();
    told(&mut desk, "", "l", &company());
    desk.put(Field::SubjectName.path(), &"别的公司");
    desk.act("", "use-read", "");
    assert_eq!(desk.field(Field::SubjectName), "别的公司");
}

#[test]
fn a_contradiction_is_shown_at_the_field_at_the_photo_and_before_sending() {
    let mut application = complete(SubjectType::Enterprise);
    application.fields.insert(Field::LegalPersonName, "王五".into());
    let mut code: Vec<char> = credit_code(SubjectType::Enterprise).chars().collect();
    code.swap(8, 9);
    application.fields.insert(Field::SubjectCreditCode, code.iter().collect());
    let mut desk = Desk::ready(Locale::En, &application, 300);
    photo(&mut desk, "l", Slot::Licence, "licence");
    told(&mut desk, "", "l", &company());
    for page in [LICENCE, "subject", "check"] {
        let html = desk.show(page).html;
        assert!(html.contains("On the photo") && html.contains("In the form"), "{page}: {html}");
        assert_eq!(html.matches("<mark>").count(), 4, "two characters on either side: {page}");
    }
    let html = desk.show("check").html;
    assert!(html.contains("Differences from the photos: 1"), "{html}");
}

#[test]
fn filling_in_takes_up_an_application_that_was_complete() {
    let mut application = complete(SubjectType::Enterprise);
    application.fields.insert(Field::SubjectFoundedOn, String::new());
    let mut desk = Desk::ready(Locale::En, &application, 300);
    photo(&mut desk, "l", Slot::Licence, "licence");
    told(&mut desk, "subject", "l", &company());
    assert_eq!(desk.state().kind(), StateKind::Ready, "that it was read changes nothing");
    desk.act(LICENCE, "use-read", "");
    assert_eq!(desk.field(Field::SubjectFoundedOn), "2016-02-29");
    assert_eq!(desk.state().kind(), StateKind::Preparing);
}

#[test]
fn what_has_expired_is_said_before_it_is_sent() {
    let mut desk = licensed();
    let expired = reading(&[("term", "2016-02-29/2024-02-28")]);
    let html = told(&mut desk, LICENCE, "l", &expired).html;
    assert!(html.contains("expired on 2024-02-28"), "{html}");
    let mut desk = licensed();
    desk.locale = Locale::ZhHans;
    let html = told(&mut desk, LICENCE, "l", &reading(&[("term", "2016-02-29/..")])).html;
    assert!(html.contains("2016-02-29 至长期"), "{html}");
    desk.act(LICENCE, "use-read", "");
    assert_eq!(desk.field(Field::SubjectValidUntil), "长期", "as a person writes it");
}

#[test]
fn a_line_that_is_not_clear_is_shown_by_its_place() {
    let mut desk = licensed();
    let html =
        told(&mut desk, LICENCE, "l", &reading(&[("name", ""), ("founded", "2016-02-29")])).html;
    assert!(html.contains("can’t be read") && html.contains("rz-where__bad"), "{html}");
    let check = desk.show("check").html;
    assert!(check.contains("Look at these photos again"), "{check}");
    assert!(html.contains("points=\"10,20 90,20 90,30 10,30 \""), "{html}");
}

#[test]
fn the_number_of_a_person_is_shown_in_part() {
    let mut desk = Desk::new(Locale::ZhHans);
    desk.put("subjectType", &SubjectType::Individual);
    photo(&mut desk, "f", Slot::IdFront, "id-front");
    let number = crate::forms::resident_id("19900202", "001");
    let front =
        reading(&[("name", "王五"), ("id-number", &number)]).replace("\"licence\"", "\"id-front\"");
    let html = told(&mut desk, "photos/id-front", "f", &front).html;
    assert!(!html.contains(&number) && html.contains("110•••"), "{html}");
    desk.act("photos/id-front", "use-read", "");
    assert_eq!(desk.field(Field::AdministratorIdNumber), number);
}
