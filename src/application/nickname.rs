//! The nickname's fields, judged together by `name`.

use super::application::Application;
use super::check::Findings;
use super::field::Field;
use crate::name::{self, Issue, Mode, Profile, Query};

pub(super) fn check(application: &Application, findings: &mut Findings) {
    let text = application.get(Field::NicknameText);
    if text.is_empty() {
        return;
    }
    let given = |field| Some(application.get(field)).filter(|text| !text.is_empty());
    let query = Query {
        current: given(Field::NicknameCurrent),
        mode: given(Field::NicknameMode).and_then(Mode::from_name),
        renames_left: given(Field::NicknameRenamesLeft).and_then(|left| left.parse().ok()),
        acknowledged: given(Field::NicknameAcknowledged),
        short_name: given(Field::NicknameShortName),
        introduction: given(Field::NicknameIntroduction),
        ..Query::new(text)
    };
    for finding in name::check(&query, Profile::WECHAT_2026).findings {
        let field = match finding.issue {
            // Said already, of the field itself.
            Issue::ModeMissing { .. } => continue,
            Issue::NotAcknowledged { .. } => Field::NicknameAcknowledged,
            Issue::ProofNeeded { .. } => Field::NicknameMode,
            Issue::RenamesLeft { .. } => Field::NicknameRenamesLeft,
            Issue::ShortLength { .. } | Issue::ShortNotPart { .. } => Field::NicknameShortName,
            Issue::IntroductionLength { .. } => Field::NicknameIntroduction,
            _ => Field::NicknameText,
        };
        findings.add(field.path(), finding.severity, finding.issue);
    }
}
