// The dialog in which the edges of a document are set by hand, as an applicant uses it.
import { PhotoPage } from "./photo_page.mjs";

export const CORNERS = ["Top left corner", "Top right corner", "Bottom right corner", "Bottom left corner"];

export class EdgesPage extends PhotoPage {
  dialog = () => this.page.getByRole("dialog", { name: /^(Adjust the edges|调整边缘)$/ });
  opener = (card = this.card()) => card.getByRole("button", { name: /^(Adjust the edges|调整边缘)$/ });
  ring = (corner) => this.dialog().getByRole("button", { name: CORNERS[corner] });
  lens = () => this.page.locator(".rz-edges__lens");
  problem = () => this.page.locator("#edges-problem");
  said = () => this.page.locator("#edges-said");

  async adjust(card = this.card()) {
    await this.opener(card).click();
    await this.isOpen();
  }

  async isOpen() {
    await this.dialog().waitFor();
    await this.page.locator(".rz-edges__picture img").first().evaluate((image) => image.decode());
  }

  isClosed = () => this.page.locator("dialog.rz-edges[open]").waitFor({ state: "detached" });

  /** Where the picture is on the screen. */
  picture = () => this.page.locator(".rz-edges__stage").boundingBox();

  /** Where the corners are, as parts of the picture's sides. */
  async corners() {
    const { x, y, width, height } = await this.picture();
    const boxes = await Promise.all(CORNERS.map((_, corner) => this.ring(corner).boundingBox()));
    return boxes.map((ring) => [(ring.x + ring.width / 2 - x) / width, (ring.y + ring.height / 2 - y) / height]);
  }

  /** Takes a corner there, and tells what is seen before it is let go. */
  async drag(corner, [right, down], look = async () => {}) {
    const { mouse } = this.page;
    await this.ring(corner).hover();
    await mouse.down();
    const { x, y, width, height } = await this.picture();
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.move(x + right * width, y + down * height);
    await look();
    await mouse.up();
  }

  press = (name) => this.dialog().getByRole("button", { name, exact: true }).click();

  /** Uses what is outlined, and waits for what comes of it. */
  async use() {
    const before = await this.resultUrl();
    await this.press("Use these edges");
    await this.isClosed();
    await this.page.waitForFunction((before) => {
      const image = document.querySelector("[data-testid=photo-card][data-state=done] figure:last-of-type img");
      return image && image.src !== before && image.complete && 0 < image.naturalWidth;
    }, before);
  }

  result = () => this.card().locator("figure").last().locator("img");
  resultUrl = () => this.result().getAttribute("src");

  /** Width over height of the result. */
  ratio = () => this.result().evaluate(async (image) => {
    await image.decode();
    return image.naturalWidth / image.naturalHeight;
  });
}
