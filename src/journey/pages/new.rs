//! Where an application is begun: who is certified, and what that takes.

use maud::{Markup, html};

use crate::application::{Field, FormProfile, Need, Requirements, Slot, SubjectType, requirements};
use crate::journey::address::{Address, Place};
use crate::journey::blocks::{self, Look};
use crate::journey::draft::Draft;
use crate::journey::turn::{Answer, Edit, Turn};
use crate::text::journey::{Phrase, blocks as shared, new as words, slots, start, subjects};
use crate::text::{Locale, Name};
use crate::wire::snapshot::path;

/// Usual types first, then by kind.
const GROUPS: &[(Phrase, &[SubjectType])] = &[
    (words::MOST, &[SubjectType::Enterprise, SubjectType::SoleTrader, SubjectType::Individual]),
    (words::PUBLIC, &[SubjectType::Government, SubjectType::PublicInstitution]),
    (words::MEDIA, &[SubjectType::EnterpriseMedia, SubjectType::InstitutionMedia]),
    (
        words::ORGANIZATIONS,
        &[
            SubjectType::SocialOrganization,
            SubjectType::PrivateNonEnterprise,
            SubjectType::NonProfit,
            SubjectType::ProfitOrganization,
            SubjectType::Overseas,
        ],
    ),
];

/// The id of the heading of what a type needs.
const NEEDS: &str = "needs";

pub(super) fn page(turn: &Turn) -> Answer {
    let l = turn.locale;
    let is_rehearsal = turn.address.place == Place::New { rehearse: true };
    if let Some(act) = turn.act("begin") {
        return begin(SubjectType::from_name(&act.arg), is_rehearsal);
    }
    let (title, lead) = if is_rehearsal {
        (words::TITLE_REHEARSE, words::LEAD_REHEARSE)
    } else {
        (words::TITLE, words::LEAD)
    };
    let chosen = SubjectType::from_name(turn.address.get("type"));
    let base = turn.address.bare();
    let body = html! {
        (blocks::back("#/", l.say(shared::TO_START)))
        (blocks::heading(l.say(title)))
        p .rz-page__lead { (l.say(lead)) }
        @match chosen {
            None => {
                h2 { (l.say(words::WHO)) }
                p { (l.say(words::WHO_HINT)) }
                (types(l, None, &|value| html! {
                    a .rz-types__link href=(base.clone().with("type", value.as_str()).href()) {
                        (value.name(l))
                    }
                }))
            }
            Some(chosen) => (needs(l, chosen, &base, is_rehearsal)),
        }
    };
    let mut answer = Answer::page(l.say(title), body);
    answer.focus = chosen.map(|_| NEEDS.to_owned());
    answer
}

/// All types in groups, each with what leads to it.
fn types(l: Locale, chosen: Option<SubjectType>, link: &dyn Fn(SubjectType) -> Markup) -> Markup {
    html! {
        @for (heading, members) in GROUPS {
            h3 .rz-types__heading { (l.say(*heading)) }
            ul .rz-types {
                @for member in *members {
                    li .rz-types__item {
                        (link(*member))
                        @if chosen == Some(*member) { " " span .rz-tag .rz-tag--done { (l.say(words::CHOSEN)) } }
                        p .rz-types__about { (l.say(subjects::about(*member))) }
                    }
                }
            }
        }
    }
}

fn begin(chosen: Option<SubjectType>, is_rehearsal: bool) -> Answer {
    let Some(chosen) = chosen else { return Answer::go(&Address::read("/new")) };
    let edit = |path: &str, json: String| Edit { path: path.to_owned(), value: Some(json) };
    let mut edits = vec![edit(path::SUBJECT_TYPE, ["\"", chosen.as_str(), "\""].concat())];
    if is_rehearsal {
        edits.push(edit(path::REHEARSAL, "true".to_owned()));
    }
    Answer { begins: true, edits, ..Answer::default() }
}

/// What a type needs, what it costs, how long it takes, and what becomes of the name.
fn needs(l: Locale, chosen: SubjectType, base: &Address, is_rehearsal: bool) -> Markup {
    let requirements = requirements(chosen, FormProfile::WECHAT_2026);
    let begin = if is_rehearsal { words::BEGIN_REHEARSAL } else { words::BEGIN };
    let people = if chosen == SubjectType::Individual {
        words::PEOPLE_PERSON
    } else {
        words::PEOPLE_ORGANIZATION
    };
    html! {
        section .rz-needs {
            h2 id=(NEEDS) tabindex="-1" { (words::for_type(l, &chosen.name(l))) }
            p { (l.say(subjects::about(chosen))) " " a href=(base.href()) { (l.say(words::CHANGE_TYPE)) } }
            (blocks::facts(&figures(l, &requirements)))
            h3 { (l.say(words::NAME_HEADING)) }
            (blocks::notice(blocks::Tone::Warn, &blocks::p(l, words::NAME_TEXT)))
            h3 { (l.say(words::PHOTOS_HEADING)) }
            (photos(l, &requirements))
            p { (l.say(words::PHOTOS_TEXT)) }
            h3 { (l.say(words::FIELDS_HEADING)) }
            ul { @for line in fields(&requirements) { li { (l.say(line)) } } }
            h3 { (l.say(words::PEOPLE_HEADING)) }
            (blocks::p(l, people))
            @if requirements.fields.iter().any(|spec| spec.field == Field::SubjectConfirmBy) {
                (blocks::p(l, words::PEOPLE_LEGAL_PERSON))
            }
            h3 { (l.say(words::BEFORE_HEADING)) }
            ul {
                li { (l.say(start::BEFORE_ACCOUNT)) }
                li { (l.say(start::BEFORE_MENU)) }
            }
            (blocks::actions(&html! {
                (blocks::act(Look::Primary, "begin", chosen.as_str(), l.say(begin)))
                button type="button" class=(Look::Quiet.class()) data-print { (l.say(shared::PRINT)) }
            }))
            p { (l.say(words::BEGIN_HINT)) }
        }
    }
}

fn figures(l: Locale, requirements: &Requirements) -> Vec<(String, String)> {
    let (yuan, review) = (requirements.fee.yuan, requirements.review);
    let fee =
        if yuan == 0 { l.say(words::COST_FREE).to_owned() } else { words::cost_each(l, &yuan) };
    let mut rows = vec![(words::COST, fee)];
    if yuan != 0 {
        rows.push((words::REFUND, l.say(words::REFUND_NO).to_owned()));
    }
    rows.push((words::TIME, words::time_days(l, &review.least_days, &review.most_days)));
    rows.push((words::VALIDITY, l.say(words::VALIDITY_YEAR).to_owned()));
    rows.into_iter().map(|(name, value)| (l.say(name).to_owned(), value)).collect()
}

fn photos(l: Locale, requirements: &Requirements) -> Markup {
    html! {
        ul {
            @for spec in &requirements.materials {
                li {
                    strong { (spec.slot.name(l)) }
                    @if spec.need != Need::Always {
                        (l.say(match spec.slot {
                            Slot::NameProof => words::IF_TRADEMARK,
                            Slot::IdentificationProof => words::IF_IDENTITY,
                            _ => words::IF_ASKED,
                        }))
                    }
                    br;
                    (l.say(slots::about(spec.slot, requirements.subject_type)))
                }
            }
        }
    }
}

/// What is filled in, in a line for each group.
fn fields(requirements: &Requirements) -> Vec<Phrase> {
    use crate::application::Field;
    let has = |field| requirements.fields.iter().any(|spec| spec.field == field);
    let is_person = requirements.subject_type == SubjectType::Individual;
    let people = if is_person { words::PERSON_FIELDS } else { words::ADMINISTRATOR_FIELDS };
    let lines = [
        (Field::SubjectCreditCode, words::ORGANIZATION_FIELDS),
        (Field::SubjectOverseasNumber, words::OVERSEAS_FIELDS),
        (Field::SubjectConfirmBy, words::CONFIRM_FIELDS),
        (Field::MediaLicenceKind, words::MEDIA_FIELDS),
        (Field::LegalPersonName, words::LEGAL_PERSON_FIELDS),
        (Field::AdministratorName, people),
        (Field::ContactEmail, words::CONTACT_FIELDS),
        (Field::IdentificationName, words::IDENTITY_FIELDS),
        (Field::NicknameText, words::NICKNAME_FIELDS),
        (Field::PaymentPayer, words::PAYMENT_FIELDS),
    ];
    lines.into_iter().filter(|(field, _)| has(*field)).map(|(_, line)| line).collect()
}

/// Where the subject type of a draft is changed.
pub(super) fn change(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    if let Some(chosen) = turn.act("choose").and_then(|act| SubjectType::from_name(&act.arg)) {
        draft.set_text(path::SUBJECT_TYPE, chosen.as_str());
        return Answer::go(&draft.address(""));
    }
    let title = l.say(words::TYPE_TITLE);
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(""), l.say(shared::BACK_TO_LIST)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::TYPE_LEAD)) }
            h2 { (l.say(words::WHO)) }
            (types(l, draft.subject_type(), &|value| html! {
                button type="button" .rz-types__link data-act="choose" data-arg=(value.as_str()) {
                    (value.name(l))
                }
            }))
        },
    )
}
