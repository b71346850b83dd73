//! What can be said against a submission to WeChat, as data without words.

use crate::finding::{self, issues};
use crate::names::names;

/// Something that WeChat would not take, or did not.
pub type Finding = finding::Finding<Issue>;

issues! {
    /// What was found in `auth_data` before it is sent, or answered by WeChat.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Issue {
        /// A member that must be there is not.
        "wechat.missing" => Missing {
            /// Its path in `auth_data`.
            member: Member,
        },
        /// More pictures than are taken.
        "wechat.too-many-pictures" => TooManyPictures {
            /// The path of the list in `auth_data`.
            member: Member,
            /// How many there are.
            found: u16,
            /// How many are taken.
            most: u16,
        },
        /// The interface does not take this type of subject; the page of the platform does.
        "wechat.subject-type" => SubjectType {
            /// WeChat's number for it.
            customer_type: u8,
        },
        /// The invoice is none that can be asked for with this way of paying.
        "wechat.invoice-type" => InvoiceType,
        /// Whoever pays in the form is not who pays here.
        "wechat.payer-differs" => PayerDiffers,
        /// Which identity in the identity tree is meant is not clear: it is no leaf's name.
        "wechat.identity" => Identity,
        /// WeChat: a picture is not one that this interface was given.
        "wechat.material-invalid" => MaterialInvalid,
        /// WeChat: a picture is of a format that is not taken.
        "wechat.picture-format" => PictureFormat,
        /// WeChat: a picture has too many bytes.
        "wechat.picture-size" => PictureSize,
        /// WeChat: the picture did not arrive.
        "wechat.picture-missing" => PictureMissing,
        /// WeChat: the provider's prepaid package cannot pay this.
        "wechat.package" => Package,
        /// WeChat: the account is of a type that cannot be certified like this.
        "wechat.account-type" => AccountType,
        /// WeChat: an argument is wrong, without saying which.
        "wechat.arguments" => Arguments,
        /// WeChat: the provider may not call this interface for the account.
        "wechat.not-permitted" => NotPermitted,
        /// WeChat: its system is busy.
        "wechat.busy" => Busy,
        /// WeChat: the combined application could not be made.
        "wechat.combined-failed" => CombinedFailed,
    }
}

names! {
    /// A member of `auth_data` that can be missing or too long, by its path there.
    pub enum Member {
        /// Which task is sent again.
        "taskid" => Taskid,
        /// Who can be asked.
        "contact_info.name" => ContactName,
        /// Where the answer goes.
        "contact_info.email" => ContactEmail,
        /// The licence.
        "qualification" => Qualification,
        /// Other pictures about the subject.
        "qualification_other" => QualificationOther,
        /// The name applied for.
        "account_name" => AccountName,
        /// Whether it is chosen freely or a trademark.
        "account_name_type" => AccountNameType,
        /// What proves the right to the name.
        "account_supplemental" => AccountSupplemental,
        /// What proves an identity.
        "auth_ident_material" => AuthIdentMaterial,
        /// The provider's telephone.
        "third_party_phone" => ThirdPartyPhone,
        /// The provider in the market of services.
        "service_appid" => ServiceAppid,
        /// The title of the invoice.
        "invoice_info.invoice_title" => InvoiceTitle,
        /// Taxpayer number on an electronic invoice.
        "invoice_info.electronic.id" => ElectronicId,
        /// Taxpayer number on a special invoice.
        "invoice_info.vat.id" => VatId,
        /// Registered telephone on a special invoice.
        "invoice_info.vat.enterprise_phone" => VatPhone,
        /// Registered address on a special invoice.
        "invoice_info.vat.enterprise_address" => VatAddress,
        /// Bank on a special invoice.
        "invoice_info.vat.bank_name" => VatBankName,
        /// Account on a special invoice.
        "invoice_info.vat.bank_account" => VatBankAccount,
    }
}

/// What an error code of WeChat says about a submission; `None` where it says nothing about
/// one. What it says about names is in [`name::of_wechat`](crate::name::of_wechat).
///
/// Sources: `uploadauthmaterial` (40005, 40006, 41005) and `submit_auth_and_icp` (86201,
/// 86202, 86205) on developers.weixin.qq.com; the others were seen by developers of
/// `secwxaapi_wxaauth` and reported in WeChat's community.
///
/// # Example
///
/// ```
/// use renzheng::wechat;
///
/// assert_eq!(wechat::finding_of(89636).unwrap().code(), "wechat.material-invalid");
/// assert!(wechat::finding_of(0).is_none());
/// ```
pub fn finding_of(errcode: i32) -> Option<Finding> {
    use crate::finding::{Coded, Severity};

    let issue = match errcode {
        -1 => return Some(Issue::Busy.with(Severity::Warn)),
        40005 => Issue::PictureFormat,
        40006 => Issue::PictureSize,
        40064 => Issue::AccountType,
        40097 => Issue::Arguments,
        41005 => Issue::PictureMissing,
        48001 => Issue::NotPermitted,
        86201 | 86202 => Issue::CombinedFailed,
        86205 | 89636 => Issue::MaterialInvalid,
        89609 => Issue::Package,
        89640 => Issue::InvoiceType,
        _ => return None,
    };
    Some(issue.with(Severity::Block))
}
