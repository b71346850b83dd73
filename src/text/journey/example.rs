//! An example to fill in a rehearsal with. Nobody has these names and numbers: they are examples
//! of the standards, or made around them.

use super::phrases;
use crate::application::{Field, SubjectType};

phrases! {
    FILL: "填入示例资料" "Fill in an example"
    FILL_HINT: "不想自己填的，可以用虚构的资料和照片，直接演练后面的步骤。" "To rehearse what comes after the form at once, take made-up answers and photos."
    FILLED: "已填入示例资料。" "An example was filled in."
}

/// What the example says in a field; empty where it says nothing.
pub const fn text(field: Field, subject_type: SubjectType) -> &'static str {
    match field {
        Field::SubjectName | Field::InvoiceTitle => "青石小筑（北京）有限公司",
        Field::SubjectCreditCode => credit_code(subject_type),
        Field::SubjectOverseasNumber => "HE 123456",
        Field::SubjectConfirmBy => "legal-person-face",
        Field::MediaLicenceKind => "newspaper",
        Field::LegalPersonName | Field::AdministratorName | Field::ContactName => "张三",
        // The example of GB 11643-1999.
        Field::AdministratorIdNumber => "11010519491231002X",
        Field::AdministratorMobile => "131 2345 6789",
        Field::ContactEmail => "zhangsan@example.com",
        Field::NicknameCurrent => "青石书店",
        Field::NicknameText | Field::NicknameAcknowledged => "青石小筑",
        Field::NicknameMode => "self-chosen",
        Field::PaymentPayer => "self",
        Field::InvoiceType => "none",
        _ => "",
    }
}

/// Around the organization code that GB 11714-1997 has as its example, with the first
/// characters of the type.
const fn credit_code(subject_type: SubjectType) -> &'static str {
    match subject_type {
        SubjectType::SoleTrader => "92110105D2143569XH",
        SubjectType::Government => "11110105D2143569XW",
        SubjectType::PublicInstitution | SubjectType::InstitutionMedia => "12110105D2143569XR",
        SubjectType::SocialOrganization => "51110105D2143569XQ",
        SubjectType::PrivateNonEnterprise => "52110105D2143569XM",
        SubjectType::NonProfit => "53110105D2143569XJ",
        _ => "91110105D2143569XL",
    }
}
