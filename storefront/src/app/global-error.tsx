"use client";

/** The last resort, when even the layout failed: no messages are at hand, so both languages stand here. */
export default function GlobalError() {
  return (
    <html lang="vi">
      <body style={{ fontFamily: "system-ui, sans-serif", padding: "2rem", lineHeight: 1.6 }}>
        <h1>Chợ đang tạm nghỉ</h1>
        <p>Máy chủ đang trục trặc. Giỏ hàng và đơn hàng vẫn được giữ. Xin thử lại sau ít phút.</p>
        <p lang="en">The market is taking a short break. Your basket and your orders are safe. Please try again.</p>
        <button type="button" onClick={() => window.location.reload()} style={{ padding: "0.75rem 1.25rem", font: "inherit" }}>
          Thử lại
        </button>
      </body>
    </html>
  );
}
