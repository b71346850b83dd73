// An application in WeChat's words: samples hold the schema made from WeChat's page, and each
// of its rules has a sample that breaks it, before the schema and before the package.
// All names and numbers are made up, or the standards' own examples.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import Ajv from "ajv/dist/2020.js";

import * as renzheng from "../../npm/pkg/index.js";

await renzheng.init();

const schema = JSON.parse(readFileSync(new URL("../data/auth_data.schema.json", import.meta.url), "utf8"));
const holds = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);

const person = {
  "administrator.name": "王五", "contact.name": "王五", "contact.email": "wangwu@example.com", "contact.mobile": "131 2345 6789",
  "nickname.text": "青石小筑", "nickname.mode": "self-chosen", "payment.payer": "self",
};
const firm = {
  ...person,
  "subject.name": "青石小筑（北京）有限公司", "subject.creditCode": "91350100M000100Y43",
  "invoice.type": "vat-special-digital", "invoice.title": "青石小筑（北京）有限公司", "invoice.taxpayerNumber": "91350100M000100Y43",
  "invoice.address": "北京市朝阳区青石路 1 号", "invoice.phone": "010-12345678", "invoice.bankName": "青石银行朝阳支行",
  "invoice.bankAccount": "0200 0000 0000 00001", "invoice.note": "请寄电子版",
};
const options = { mediaIds: { licence: ["m-licence"], letter: ["m-letter"] }, payType: 2, servicePhone: "020-12345678" };

const SAMPLES = {
  "an enterprise": [{ subjectType: "enterprise", fields: firm }, options],
  "an enterprise again, after it was sent back": [{ subjectType: "enterprise", fields: firm }, { ...options, taskid: "t-1" }],
  "an enterprise whose provider pays": [
    { subjectType: "enterprise", fields: { ...firm, "payment.payer": "provider", "invoice.type": "none" } },
    { ...options, payType: 1, serviceAppid: "wx0000000000000000" },
  ],
  "a sole trader with an electronic invoice and a trademark": [
    { subjectType: "sole-trader", fields: { ...firm, "invoice.type": "electronic", "nickname.mode": "trademark" } },
    { ...options, mediaIds: { ...options.mediaIds, "name-proof": ["m-mark"] } },
  ],
  "an individual": [{ subjectType: "individual", fields: person }, { ...options, mediaIds: {} }],
  "an individual with an identity": [
    { subjectType: "individual", fields: { ...person, "identification.name": "导演", "invoice.type": "electronic", "invoice.title": "王五" } },
    { ...options, mediaIds: { "identification-proof": ["m-1", "m-2"] }, identities: ["导演", "歌手"] },
  ],
};

for (const [name, [application, options]] of Object.entries(SAMPLES)) {
  test(`${name} is as WeChat's page wants it`, () => {
    const { ok, findings, authData } = renzheng.toAuthData(application, options);
    assert.deepEqual(findings, []);
    assert.ok(ok);
    assert.ok(holds(authData), JSON.stringify(holds.errors));
  });
}

test("each subject type has WeChat's number, and each field its place", () => {
  const { authData } = renzheng.toAuthData(...SAMPLES["an enterprise again, after it was sent back"]);
  assert.deepEqual(authData, {
    customer_type: 1,
    taskid: "t-1",
    contact_info: { name: "王五", email: "wangwu@example.com", mobile: "13123456789" },
    invoice_info: {
      invoice_type: 4,
      invoice_title: "青石小筑（北京）有限公司",
      vat: {
        id: "91350100M000100Y43", enterprise_phone: "010-12345678", enterprise_address: "北京市朝阳区青石路 1 号",
        bank_name: "青石银行朝阳支行", bank_account: "0200 0000 0000 00001", name: "王五", phone: "13123456789", desc: "请寄电子版",
      },
    },
    qualification: "m-licence",
    qualification_other: ["m-letter"],
    account_name: "青石小筑",
    account_name_type: 1,
    pay_type: 2,
    third_party_phone: "020-12345678",
  });
  assert.equal(renzheng.toAuthData(...SAMPLES["an individual"]).authData.customer_type, 15);
  assert.equal(renzheng.toAuthData(...SAMPLES["a sole trader with an electronic invoice and a trademark"]).authData.customer_type, 12);
});

// A sample, what is changed in the application and its options, the same break made by hand in
// what came of the sample, and what is found.
const eleven = Array.from({ length: 11 }, (_, i) => `m-${i}`);
const without = (name) => ({ [name]: "" });
const BREAKS = [
  ["an enterprise", { mediaIds: {} }, {}, (data) => delete data.qualification, "wechat.missing", "qualification"],
  ["an enterprise", { mediaIds: { licence: ["m"], supplement: eleven } }, {}, (data) => (data.qualification_other = eleven), "wechat.too-many-pictures", "qualification_other"],
  ["an enterprise", {}, without("contact.name"), (data) => delete data.contact_info.name, "wechat.missing", "contact_info.name"],
  ["an enterprise", {}, without("contact.email"), (data) => delete data.contact_info.email, "wechat.missing", "contact_info.email"],
  ["an enterprise", {}, without("nickname.text"), (data) => delete data.account_name, "wechat.missing", "account_name"],
  ["an enterprise", {}, without("nickname.mode"), (data) => (data.account_name_type = 0), "wechat.missing", "account_name_type"],
  ["an enterprise", { servicePhone: "" }, {}, (data) => delete data.third_party_phone, "wechat.missing", "third_party_phone"],
  ["an enterprise", {}, { "invoice.type": "vat-special" }, (data) => (data.invoice_info.invoice_type = 3), "wechat.invoice-type"],
  ["an enterprise", {}, without("invoice.title"), (data) => delete data.invoice_info.invoice_title, "wechat.missing", "invoice_info.invoice_title"],
  ["an enterprise", {}, without("invoice.taxpayerNumber"), (data) => delete data.invoice_info.vat.id, "wechat.missing", "invoice_info.vat.id"],
  ["an enterprise", {}, without("invoice.phone"), (data) => delete data.invoice_info.vat.enterprise_phone, "wechat.missing", "invoice_info.vat.enterprise_phone"],
  ["an enterprise", {}, without("invoice.address"), (data) => delete data.invoice_info.vat.enterprise_address, "wechat.missing", "invoice_info.vat.enterprise_address"],
  ["an enterprise", {}, without("invoice.bankName"), (data) => delete data.invoice_info.vat.bank_name, "wechat.missing", "invoice_info.vat.bank_name"],
  ["an enterprise", {}, without("invoice.bankAccount"), (data) => delete data.invoice_info.vat.bank_account, "wechat.missing", "invoice_info.vat.bank_account"],
  ["an enterprise again, after it was sent back", { taskid: "" }, {}, (data) => delete data.taskid, "wechat.missing", "taskid"],
  ["an enterprise whose provider pays", { serviceAppid: "" }, {}, (data) => delete data.service_appid, "wechat.missing", "service_appid"],
  ["an enterprise whose provider pays", {}, { "invoice.type": "electronic" }, (data) => (data.invoice_info = { invoice_type: 2, invoice_title: "a", electronic: { id: "91350100M000100Y43" } }), "wechat.invoice-type"],
  ["a sole trader with an electronic invoice and a trademark", {}, without("invoice.taxpayerNumber"), (data) => delete data.invoice_info.electronic, "wechat.missing", "invoice_info.electronic.id"],
  ["a sole trader with an electronic invoice and a trademark", { mediaIds: { licence: ["m"] } }, {}, (data) => delete data.account_supplemental, "wechat.missing", "account_supplemental"],
  ["an individual with an identity", { mediaIds: {} }, {}, (data) => delete data.auth_ident_material, "wechat.missing", "auth_ident_material"],
  ["an individual with an identity", { mediaIds: { "identification-proof": eleven } }, {}, (data) => (data.auth_ident_material = eleven), "wechat.too-many-pictures", "auth_ident_material"],
];

for (const [name, changedOptions, changedFields, breakData, code, member] of BREAKS) {
  test(`${name}: ${code} ${member ?? ""}`, () => {
    const [application, options] = SAMPLES[name];
    const { authData } = renzheng.toAuthData(application, options);
    breakData(authData);
    assert.ok(!holds(authData), "the schema takes it");
    const changed = { ...application, fields: { ...application.fields, ...changedFields } };
    const broken = renzheng.toAuthData(changed, { ...options, ...changedOptions });
    const found = broken.findings.find((finding) => finding.code === code && finding.member === member);
    assert.ok(found && !broken.ok && broken.authData === undefined, JSON.stringify(broken.findings));
    for (const locale of ["zh-Hans", "en"]) {
      const { what, fix } = renzheng.explain(found, locale);
      assert.match(what + fix, locale === "en" ? /\.$/ : /。$/);
    }
  });
}

test("what the schema cannot say is found as well", () => {
  const [application, options] = SAMPLES["an individual with an identity"];
  const leaf = renzheng.toAuthData(application, { ...options, identities: ["歌手"] });
  assert.deepEqual(leaf.findings.map(({ code }) => code), ["wechat.identity"]);
  const payer = renzheng.toAuthData(application, { ...options, payType: 1, serviceAppid: "wx1" });
  assert.deepEqual(payer.findings.map(({ code, severity }) => [code, severity]), [["wechat.payer-differs", "warn"], ["wechat.invoice-type", "block"]]);
  const media = renzheng.toAuthData({ subjectType: "government", fields: firm }, SAMPLES["an enterprise"][1]);
  assert.deepEqual(media.findings, [{ severity: "block", code: "wechat.subject-type", customerType: 3 }]);
  const page = renzheng.explain(media.findings[0], "en");
  assert.match(page.fix, /mp\.weixin\.qq\.com/);
});

test("WeChat's refusals are explained", () => {
  const codes = [-1, 40005, 40006, 40064, 40097, 41005, 48001, 86201, 86202, 86205, 89609, 89636, 89640];
  for (const errcode of codes) {
    const finding = renzheng.submissionFindingOfWechat(errcode);
    for (const locale of ["zh-Hans", "en"]) assert.ok(renzheng.explain(finding, locale).fix, `${errcode}`);
  }
  assert.equal(renzheng.submissionFindingOfWechat(89640).code, "wechat.invoice-type");
  assert.equal(renzheng.nameFindingOfWechat(89630).code, "name.is-trademark");
  assert.equal(renzheng.submissionFindingOfWechat(0), null);
});

test("misuse is told by its place", () => {
  const application = SAMPLES["an individual"][0];
  for (const [options, message] of [
    [{}, "options.payType: missing"],
    [{ payType: 3 }, "options.payType: expected 1 or 2"],
    [{ payType: 2, mediaIds: { licence: "m" } }, "options.mediaIds.licence: expected an array"],
    [{ payType: 2, mediaIds: { passport: [] } }, "options.mediaIds.0: unknown member"],
  ]) {
    assert.throws(() => renzheng.toAuthData(application, options), { code: "renzheng.bad-options", message });
  }
});
