// Ant Design: what `beforeUpload` gives is what is sent.
import { Button, Upload, message } from "antd";
import * as React from "react";
import { createRoot } from "react-dom/client";
import { beforeUpload } from "renzheng/upload";

const check = beforeUpload({
  kind: "id-front",
  onRefused: (error) => message.error(error.message),
  refused: Upload.LIST_IGNORE,
});

createRoot(document.getElementById("app")).render(
  <Upload action="/upload" accept="image/*" beforeUpload={check}>
    <Button>身份证人像面</Button>
  </Upload>,
);
