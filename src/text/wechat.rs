//! What is said of a submission to WeChat.

use std::borrow::Cow;

use super::sentence::{Area, Sentence, Words, has_each, itself, sentences};
use super::{Explain, Locale, Message, Name};
use crate::wechat::{Issue, Member};

const SENTENCES: &[Sentence] = sentences! {
    "wechat.missing":
        "提交给微信的资料缺少{member}。"
        "请补上这一项，再提交。"
        "What is sent to WeChat lacks {member}."
        "Add it, then send."
    "wechat.too-many-pictures":
        "{member}有 {found} 张图片，微信最多接受 {most} 张。"
        "请合并或删去不需要的图片。"
        "There are {found} pictures for {member}; WeChat takes {most}."
        "Join pictures, or remove those that are not needed."
    "wechat.subject-type":
        "微信的认证接口不接受这种主体。"
        "请登录 mp.weixin.qq.com，在网页上提交认证。"
        "WeChat’s interface does not take this type of subject."
        "Log in at mp.weixin.qq.com and apply on its page."
    "wechat.invoice-type":
        "微信不接受这种发票类型；服务商代缴时不能开发票。"
        "请改选不开发票；自己付款的，也可以选电子发票或数电专票。"
        "WeChat does not take this type of invoice; there is none where the provider pays."
        "Choose no invoice; whoever pays himself can also choose an electronic or a digital special one."
    "wechat.payer-differs":
        "这次提交的付款方与申请里填写的不同。"
        "请确认由谁付款，把两处改成一致。"
        "Who pays in this submission is not who pays in the form."
        "Settle who pays, and make both agree."
    "wechat.identity":
        "认证身份不是微信身份选项里的一个叶子项。"
        "请从微信给出的身份选项中，选到最末一级。"
        "The identity is not one at the end of WeChat’s tree of identities."
        "Choose one from WeChat’s list, down to its last level."
    "wechat.material-invalid":
        "微信不认识其中一张图片。"
        "请用认证材料的上传接口重新上传图片，再提交；其他接口得到的编号不能用。"
        "WeChat does not know one of the pictures."
        "Upload it again through the interface for certification material; ids of other interfaces do not work."
    "wechat.picture-format":
        "微信不接受这张图片的格式。"
        "请先用本工具检查并生成 JPEG 照片，文件名以 .jpg 结尾，再上传。"
        "WeChat does not take the format of this picture."
        "Let this tool make a JPEG of it, give it a name that ends in .jpg, and upload it again."
    "wechat.picture-size":
        "图片太大，微信没有接受。"
        "请先用本工具压缩，再上传。"
        "The picture is too large for WeChat."
        "Let this tool make it smaller, and upload it again."
    "wechat.picture-missing":
        "微信没有收到图片。"
        "请检查网络，重新上传这张图片。"
        "The picture did not arrive at WeChat."
        "Check the connection, and upload it again."
    "wechat.package":
        "服务商的预购包不能支付这次认证。"
        "请联系服务商确认预购包，或改为自己付款。"
        "The provider’s prepaid package cannot pay this certification."
        "Ask the provider about the package, or pay yourself."
    "wechat.account-type":
        "这个账号的类型不能这样认证。"
        "请确认账号是已注册完成的小程序，主体类型选对了。"
        "An account of this type cannot be certified like this."
        "Make sure that it is a registered Mini Program and that the type of subject is right."
    "wechat.arguments":
        "微信没有接受提交的内容，也没有说明是哪一项。"
        "请逐项核对；重新提交时，请确认任务编号仍然有效。"
        "WeChat did not accept what was sent, and does not say which part."
        "Compare each part; when sending again, make sure that the task is still valid."
    "wechat.not-permitted":
        "服务商没有为这个小程序提交认证的权限。"
        "请在微信里重新授权给服务商，勾选认证相关的权限。"
        "The provider may not apply for this program."
        "Authorize the provider again in WeChat, with the permissions about certification."
    "wechat.busy":
        "微信的系统正忙。"
        "请过几分钟再试；已经填写的内容不会丢失。"
        "WeChat’s system is busy."
        "Try again in some minutes; nothing that was filled in is lost."
    "wechat.combined-failed":
        "认证和备案的合并提交没有成功。"
        "请核对两部分的资料，再提交一次；仍不成功的，请分开提交。"
        "The combined submission of certification and filing failed."
        "Check both parts and send them again; if that fails as well, send them one by one."
};

const _: () = assert!(has_each(SENTENCES, Issue::CODES), "a code has no sentence");

/// The words about submissions to WeChat.
pub static AREA: Area = Area { sentences: SENTENCES, case: |_, _| Cow::Borrowed(""), word };

fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    match place {
        "member" => Some(Cow::Borrowed(Member::from_name(member)?.name(locale))),
        _ => Some(itself(member)),
    }
}

impl Explain for Issue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Name for Member {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(words(*self))
    }
}

const fn words(member: Member) -> Words {
    match member {
        Member::Taskid => ["任务编号", "the number of the task"],
        Member::ContactName => ["联系人姓名", "the name of the contact"],
        Member::ContactEmail => ["联系人邮箱", "the e-mail address of the contact"],
        Member::Qualification => ["营业执照等资质照片", "the photo of the licence"],
        Member::QualificationOther => ["其他证明材料", "other material"],
        Member::AccountName => ["认证名称", "the name to be certified"],
        Member::AccountNameType => ["命名方式", "the kind of name"],
        Member::AccountSupplemental => ["名称的证明材料", "proof of the right to the name"],
        Member::AuthIdentMaterial => ["身份的证明材料", "proof of the identity"],
        Member::ThirdPartyPhone => ["服务商电话", "the provider’s telephone"],
        Member::ServiceAppid => {
            ["服务商的服务市场 AppID", "the provider’s appid in the service market"]
        }
        Member::InvoiceTitle => ["发票抬头", "the title of the invoice"],
        Member::ElectronicId | Member::VatId => ["纳税人识别号", "the taxpayer number"],
        Member::VatPhone => ["开票电话", "the telephone for the invoice"],
        Member::VatAddress => ["开票地址", "the address for the invoice"],
        Member::VatBankName => ["开户银行", "the bank for the invoice"],
        Member::VatBankAccount => ["银行账号", "the account for the invoice"],
    }
}
