//! The fields of the form, each with the path by which pages and programs know it.

use crate::names::names;

names! {
    /// A field of the form. In JSON its path, for example `subject.creditCode`. In the order in
    /// which the form asks for them.
    #[derive(PartialOrd, Ord)]
    pub enum Field {
        /// Name of the organization, as on its licence.
        "subject.name" => SubjectName,
        /// Unified social credit code.
        "subject.creditCode" => SubjectCreditCode,
        /// Registration number of a licence without credit code.
        "subject.registrationNumber" => SubjectRegistrationNumber,
        /// Organization code of a licence without credit code.
        "subject.organizationCode" => SubjectOrganizationCode,
        /// Number of the registration abroad.
        "subject.overseasNumber" => SubjectOverseasNumber,
        /// Address as on the licence.
        "subject.address" => SubjectAddress,
        /// Day of founding.
        "subject.foundedOn" => SubjectFoundedOn,
        /// Last day of the licence's term, or `long-term`.
        "subject.validUntil" => SubjectValidUntil,
        /// How the subject is confirmed: `legal-person-face` or `small-transfer`.
        "subject.confirmBy" => SubjectConfirmBy,
        /// Bank of the organization's account.
        "subject.bankName" => SubjectBankName,
        /// The organization's account.
        "subject.bankAccount" => SubjectBankAccount,
        /// Which licence a medium has.
        "media.licenceKind" => MediaLicenceKind,
        /// Name of the legal representative or operator.
        "legalPerson.name" => LegalPersonName,
        /// Kind of document; `resident-id` where it is empty.
        "legalPerson.idKind" => LegalPersonIdKind,
        /// Number of the document.
        "legalPerson.idNumber" => LegalPersonIdNumber,
        /// First day of the document.
        "legalPerson.idIssuedOn" => LegalPersonIdIssuedOn,
        /// Last day of the document, or `long-term`.
        "legalPerson.idValidUntil" => LegalPersonIdValidUntil,
        /// Name of the administrator; of the applicant, for an individual.
        "administrator.name" => AdministratorName,
        /// Kind of document; `resident-id` where it is empty.
        "administrator.idKind" => AdministratorIdKind,
        /// Number of the document.
        "administrator.idNumber" => AdministratorIdNumber,
        /// First day of the document.
        "administrator.idIssuedOn" => AdministratorIdIssuedOn,
        /// Last day of the document, or `long-term`.
        "administrator.idValidUntil" => AdministratorIdValidUntil,
        /// Mobile number that receives the codes.
        "administrator.mobile" => AdministratorMobile,
        /// Name of the person to ask.
        "contact.name" => ContactName,
        /// Where the answer goes.
        "contact.email" => ContactEmail,
        /// Mobile number of the person to ask.
        "contact.mobile" => ContactMobile,
        /// What an individual is certified as: a leaf of WeChat's identity tree.
        "identification.name" => IdentificationName,
        /// The certification nickname: the new name of the program.
        "nickname.text" => NicknameText,
        /// `self-chosen` or `trademark`.
        "nickname.mode" => NicknameMode,
        /// The present name of the program.
        "nickname.current" => NicknameCurrent,
        /// How many renames are left this year.
        "nickname.renamesLeft" => NicknameRenamesLeft,
        /// The new name, repeated by whoever has understood that it replaces the present one.
        "nickname.acknowledged" => NicknameAcknowledged,
        /// The short name.
        "nickname.shortName" => NicknameShortName,
        /// The introduction.
        "nickname.introduction" => NicknameIntroduction,
        /// Who pays: `self` or `provider`.
        "payment.payer" => PaymentPayer,
        /// `none`, `electronic`, `vat-special` (abolished) or `vat-special-digital`.
        "invoice.type" => InvoiceType,
        /// The invoice's title.
        "invoice.title" => InvoiceTitle,
        /// Taxpayer number.
        "invoice.taxpayerNumber" => InvoiceTaxpayerNumber,
        /// Registered address.
        "invoice.address" => InvoiceAddress,
        /// Registered telephone.
        "invoice.phone" => InvoicePhone,
        /// Bank.
        "invoice.bankName" => InvoiceBankName,
        /// Account at the bank.
        "invoice.bankAccount" => InvoiceBankAccount,
        /// A note to the office that writes the invoice.
        "invoice.note" => InvoiceNote,
    }
}

impl Field {
    /// The path.
    pub const fn path(self) -> &'static str {
        self.as_str()
    }
}
