//! Simplified Chinese: what is said of a form.

use crate::application::FormIssue as Issue;
use crate::text::Message;

pub(in crate::text) fn form_issue(issue: &Issue) -> Message {
    match issue {
        Issue::Missing => Message::new("这一项还没有填。", "请补上这一项。"),
        Issue::NotAsked => Message::new("这种主体不需要这一项。", "不用处理，提交时会略去。"),
        Issue::Choice => Message::new("这一项不是可选的答案。", "请重新选择一项。"),
        Issue::Length { found, least, most } => Message::new(
            format!("应为 {least} 至 {most} 个字，现在是 {found} 个。"),
            "请对照证件或执照填写完整。",
        ),
        Issue::PersonName { position } => Message::new(
            format!("姓名的第 {position} 个字不是姓名用字。"),
            "请按证件填写；少数民族姓名的间隔点写“·”。",
        ),
        Issue::PersonNameUnusual => Message::new(
            "姓名里有系统可能不认识的文字。",
            "请按证件上的中文或拉丁字母写法填写；证件就是这样写的，可以继续。",
        ),
        Issue::BankAccount => {
            Message::new("这不像银行账号。", "请对照开户许可证检查；一致就可以继续。")
        }
        Issue::Phone => Message::new("这不是电话号码。", "请填写带区号的固定电话或手机号码。"),
        Issue::Count => Message::new("这里要填一个数字。", "请填写 0 或其他整数。"),
        Issue::NotADate => {
            Message::new("这不是一个日期。", "请写成 2026-01-31 这样；长期有效的写“长期”。")
        }
        Issue::DateFuture => Message::new("这个日期在今天之后。", "请对照证件改正。"),
        Issue::DateOrder { .. } => {
            Message::new("截止日期不晚于开始日期。", "请对照证件检查这两个日期。")
        }
        Issue::Expired { on } => {
            Message::new(format!("已于 {on} 到期。"), "请先换领新的证件或执照，再用新的申请。")
        }
        Issue::ExpiresSoon { on } => Message::new(
            format!("将于 {on} 到期，审核可能要用上一段时间。"),
            "最好先换领新的证件或执照。",
        ),
        Issue::ValidityPeriod => Message::new(
            "身份证的有效期一般是 5 年、10 年、20 年或长期，这里不是。",
            "请对照证件检查两个日期，一致就可以继续。",
        ),
        Issue::ValidityAge { age } => Message::new(
            format!("{age} 岁时领的身份证，有效期一般不是这么长。"),
            "请对照证件检查两个日期，一致就可以继续。",
        ),
        Issue::IssuedBeforeBirth => {
            Message::new("签发日期早于出生日期。", "请对照证件检查号码和签发日期。")
        }
        Issue::Underage { age, least } => Message::new(
            format!("按证件号码是 {age} 岁，不满 {least} 岁。"),
            "微信可能要求由成年人作为管理员；请确认后再继续。",
        ),
        Issue::CreditCodeCategory { expected } => Message::new(
            format!("这种主体的统一社会信用代码一般以 {} 开头。", expected.join(" 或 ")),
            "请确认主体类型选对了；类型没错、代码与执照一致，就可以继续。",
        ),
        Issue::CreditCodeDiffers => Message::new(
            "这个号码与统一社会信用代码对不上。",
            "组织机构代码是信用代码的第 9 至 17 位，纳税人识别号就是信用代码；请对照执照，确实不同就可以继续。",
        ),
        Issue::SameNumberOtherName { .. } => Message::new(
            "同一个证件号码，在这份申请里写了两个姓名。",
            "请对照证件，把两处的姓名和号码改成一致。",
        ),
        Issue::SameNameOtherNumber { .. } => Message::new(
            "同一个姓名，在这份申请里写了两个证件号码。",
            "是同一个人的，请改成一致；只是同名的，可以继续。",
        ),
        Issue::SharedMobile { .. } => Message::new(
            "联系人和管理员不是同一个人，手机号码却相同。",
            "请确认这个号码是谁的；审核电话会打给联系人。",
        ),
        Issue::TitleDiffers => {
            Message::new("发票抬头与主体名称不一致。", "发票只能开给认证的主体，请改成一致。")
        }
        Issue::InvoiceAbolished { since } => Message::new(
            format!("这种增值税专用发票从 {since} 起不再开具。"),
            "请改选数电专票或电子发票。",
        ),
        Issue::InvoiceNotForProvider => {
            Message::new("由服务商付款时，不能在这里开发票。", "请改选不开发票，或改为自己付款。")
        }
        Issue::SameFile { .. } => {
            Message::new("同一张照片用在了两处。", "请检查是不是选错了，每一项各传一张。")
        }
        Issue::SidesSwapped { .. } => {
            Message::new("身份证的人像面和国徽面放反了。", "请把两张照片对调。")
        }
        Issue::TooMany { found, most } => {
            Message::new(format!("最多 {most} 张，现在有 {found} 张。"), "请删去不需要的。")
        }
        Issue::PhotoRefused => Message::new("这张照片不能提交。", "请按照片的检查结果处理或重拍。"),
        Issue::PhotoDoubtful => {
            Message::new("这张照片有需要留意的地方。", "请查看照片的检查结果。")
        }
        Issue::PhotoUnchecked => Message::new("这张照片还没有检查过。", "请先检查这张照片。"),
    }
}
