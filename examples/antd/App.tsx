// Ant Design: what `beforeUpload` gives is what is sent.
import { Button, Upload, message } from "antd";
import { beforeUpload } from "renzheng/upload";

const check = beforeUpload({
  kind: "id-front",
  locale: navigator.language,
  onRefused: (error) => message.error(error.message),
  refused: Upload.LIST_IGNORE,
});

export default function App() {
  return (
    <Upload action="/upload" accept="image/*" beforeUpload={check}>
      <Button>身份证人像面</Button>
    </Upload>
  );
}
