//! The nickname's fields, judged together by `name`.

use super::application::Application;
use super::check::Findings;
use super::field::Field;
use super::value::read_count;
use crate::name::{self, Issue, Mode, Profile, Query};

pub(super) fn check(application: &Application, findings: &mut Findings) {
    let given = |field| Some(application.get(field)).filter(|text| !text.is_empty());
    let Some(text) = given(Field::NicknameText).map(|_| application.typed(Field::NicknameText))
    else {
        // All that can be said without the name.
        let path = Field::NicknameIntroduction.path();
        if let Some(text) = given(Field::NicknameIntroduction) {
            for finding in name::check_introduction(text, Profile::WECHAT_2026) {
                findings.add(path, finding.severity, finding.issue);
            }
        }
        return;
    };
    let query = Query {
        current: given(Field::NicknameCurrent),
        mode: given(Field::NicknameMode).and_then(Mode::from_name),
        renames_left: given(Field::NicknameRenamesLeft).and_then(read_count),
        acknowledged: given(Field::NicknameAcknowledged),
        short_name: given(Field::NicknameShortName)
            .map(|_| application.typed(Field::NicknameShortName)),
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
