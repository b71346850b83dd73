// What fuzzing begins with: the files of tests/data, small pictures that are drawn here, and texts of each kind.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

const line = (...parts) => Buffer.from(parts.join("\n"));

/** How a photo is asked about (`Asked` in fuzz/src/photo.rs): kind, profile, four corners. */
const asked = (kind, profile, corners) => Buffer.from([kind | (corners ? 16 : 0) | (profile === 1 ? 32 : 0), profile, ...(corners ?? [0, 0, 0, 0, 0, 0, 0, 0])]);
const INSIDE = [75, 75, 170, 78, 168, 165, 77, 163];

function chunk(name, data) {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(name), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A sheet with lines of print on a table, in grey. */
function page(width, height, { colour = 0, interlaced = 0, lean = 0, paper = 220 } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, interlaced], 8);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colour];
  const rows = [];
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + width * channels);
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x + y * lean) / width, (y - x * lean) / height];
      const isPaper = 0.15 < u && u < 0.85 && 0.15 < v && v < 0.85;
      const isPrint = isPaper && 0.2 < u && u < 0.75 && Math.floor(v * 24) % 3 === 0 && (x * 7 + y * 3) % 5 < 2;
      const value = isPrint ? 40 : isPaper ? paper : 90 + ((x ^ y) & 7);
      for (let c = 0; c < channels; c++) row[1 + x * channels + c] = colour >= 4 && c === channels - 1 ? 200 : value;
    }
    rows.push(row);
  }
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function* photos(root, most) {
  const folder = join(root, "tests/data/formats");
  let turn = 0;
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    turn += 1;
    if (bytes.length <= most) yield Buffer.concat([asked(turn % 6, turn % 4, turn % 5 === 0 ? INSIDE : undefined), bytes]);
  }
  const pictures = [page(96, 72), page(320, 240), page(400, 300, { lean: 0.1 }), page(300, 400, { colour: 2 }), page(200, 140, { colour: 6 }),
    page(160, 120, { colour: 4 }), page(320, 200, { paper: 110 })];
  for (const [i, bytes] of pictures.entries()) {
    for (const profile of [0, 1, 2]) {
      yield Buffer.concat([asked(i % 6, profile), bytes]);
      yield Buffer.concat([asked(i % 6, profile, INSIDE), bytes]);
    }
  }
}

const NUMBERS = ["110105 19491231 002x", "110105491231002", "810000199408230021", "932682198501010017", "CAN110181080301", "91350100M000100Y43", "9135O100M000100Y43",
  "D2143569-X", "110108000000016", "+86 131 2345 6789", "15412345678", "E12345678", "H12345678", "H1234567801", "12345678", "1234567801(B)", "name@example.com",
  "name@qq.con", "6222020200000000006", "6200000000000005", "430102198001011234", "１１０１０５－１９４９", ""];

function* numbers() {
  for (let kind = 0; kind < 13; kind++) for (const number of NUMBERS) yield Buffer.concat([Buffer.from([kind]), Buffer.from(number)]);
}

function* names() {
  for (const [i, first] of ["青禾书屋", "Ｑｉｎｇ－１２＆３", " 微信  商城 ", "中国青禾", "iPhone 13", "\u{200b}青★", "2024年2月9日", "9135", ""].entries()) {
    yield Buffer.concat([Buffer.from([i]), line(first, "青禾书店", "书屋", "一家书店，卖书。", first)]);
    yield Buffer.concat([Buffer.from([i * 9]), line(first, "长期", "王五", "010-12345678转8", "110105 19491231 002x", "2024-02-30", "name@qq.com")]);
  }
}

function* snapshots(root) {
  const folder = join(root, "tests/data/snapshots");
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    yield Buffer.from(text);
    // Without the pixels, which say nothing here.
    yield Buffer.from(text.replace(/"(inline|photo)":"[^"]{40,}"/g, '"$1":"/9j/"'));
  }
  const state = '{"state":"under-review","record":{"profile":"brief","reference":{},"nameVerdict":"pending","yuan":300,"uploads":0,"corrections":0,"warned":false},"since":1,"until":{"at":1790272500000,"passed":false}}';
  const parts = ["individual", "enterprise", "government"].map((type) => `[["subjectType",65543,"${type}"],["subject.name",2,"a"],["contact.email",3,"n@qq.con"],["nickname.text",4,"青禾"]]`);
  for (const open of parts) {
    yield Buffer.from(`{"version":1,"id":"a","revision":3,"savedAt":9,"retention":"seven-days","name":"n","photos":[],"lasting":[["process",5,${state}]],"open":${open}}`);
    yield Buffer.from(open);
  }
}

function* providers() {
  const config = '{"provider":{"url":"https://a.invalid/api/","name":{"en":"Sample","zh-Hans":"样本"}}}';
  const kept = '{"url":"/api","key":"k","id":"s1","round":1,"isOpen":true,"files":[{"name":"01-licence.jpg","slot":"licence","byteLength":3,"photo":"a","isDone":true}],"isSubmitted":true}';
  yield line(config, "", '200 {"id":"s1"}', "200 {}", "200 {}", "200 {}", '200 {"wechat":{"task_status":15},"pollAfterSeconds":30}', '200 {"wechat":{"apply_status":3,"refill_reason":"r"}}', "correct", '200 {"id":"s1"}');
  yield line(config, kept, "429 7", "503 ", "unreachable", "timed-out", '200 {"wechat":{"apply_status":4}}', "404 ", "go-on", "cancel", "204 ");
  yield line('{"provider":{"url":"/api","name":"S"}}', "", '422 {"errors":[{"path":"subject.name","detail":"d"}]}', "go-on", "413 ", "go-on", "blocked", "go-on", "no-photo", "go-on", "401 ", "409 ");
  for (let status = 100; status < 600; status += 100) yield line(config, kept, `${status} {}`, `${status + 9} `);
}

function* wechats() {
  const record = '"record":{"profile":"wechat-2026","reference":{},"nameVerdict":"pending","yuan":300,"uploads":0,"corrections":0,"warned":false}';
  const begun = line('{"type":"complete","from":"青石","to":"青石小筑","yuan":300}', '{"type":"submit"}');
  const steps = ['{"errcode":0,"taskid":"t","auth_url":"https://a.invalid"}', '{"task_status":3}', '{"task_status":6}', '{"task_status":9}', '{"task_status":12,"apply_status":1,"orderid":"9"}',
    '{"type":"pay"}', '{"apply_status":2,"dispatch_info":{"provider":"p","contact":"c"}}', '{"apply_status":3,"audit_data":[{"key_name":"qualification","error":"e","suggest":"s"}]}',
    '{"type":"correct"}', '{"apply_status":4}', '{"Event":"annual_renew","CreateTime":1790000000,"ExpiredTime":1821536000}', '{"type":"renew"}'];
  for (let n = 1; n <= steps.length; n++) yield Buffer.concat([begun, line("", ...steps.slice(0, n), "+86400000", '{"type":"tick"}')]);
  yield line(`{"state":"submitted",${record},"since":1790000000000,"until":{"at":1790272500000,"passed":false}}`, "+999999999", '{"type":"confirm-overdue"}', '{"type":"start-over"}');
  yield line('{"procedure_status":"18","hints":[{"errcode":86328,"errmsg":"e"}]}', '{"InfoType":"notify_3rd_wxa_wxverify","CreateTime":1,"expired":1473937156,"message":"m"}', '{"account_status":16}', '{"type":"appeal"}', '{"account_status":1}');
  yield line('{"wx_verify_info":{"qualification_verify":true,"annual_review":true,"annual_review_end_time":5}}', '{"type":"check","validUntil":5}', '{"type":"withdraw"}');
  yield line('{"subjectType":"enterprise","fields":{"subject.name":"样本有限公司","nickname.text":"青禾","nickname.mode":"trademark"},"materials":[{"slot":"licence"}]}');
  for (const code of [-1, 0, 40005, 53010, 53013, 85030, 86201, 89630, 91005, 2147483647]) yield line(String(code));
}

const OF = {
  inspect: (root) => photos(root, 24_000),
  decode: (root) => photos(root, 24_000),
  judge: (root) => photos(root, 12_000),
  fit: (root) => photos(root, 12_000),
  numbers,
  names,
  snapshot: snapshots,
  provider: providers,
  wechat: wechats,
};

/** The inputs of a target. */
export const seeds = (target, root) => [...OF[target](root)];
