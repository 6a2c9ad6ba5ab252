/** The table of form 02, part III: what may prove a criterion, and what is asked for (Appendix III to Decision 26/2026/QĐ-TTg). */
export const EVIDENCE_KINDS: Record<string, { title: string; requirement: string }> = {
  business_registration: {
    title: "Giấy đăng ký kinh doanh",
    requirement: "Bản sao chứng minh hoạt động kinh doanh hợp pháp (đối với các đơn vị/cá nhân có đăng ký kinh doanh)",
  },
  production_conditions: {
    title: "Giấy chứng nhận cơ sở đủ điều kiện sản xuất",
    requirement: "Bản sao (đối với sản phẩm cần phải có giấy chứng nhận theo quy định hiện hành)",
  },
  raw_materials: {
    title: "Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi",
    requirement:
      "Bản sao tài liệu: Giấy xác nhận an toàn thực phẩm đối với vùng nguyên liệu, hợp đồng mua bán/hợp đồng nguyên tắc, thỏa thuận liên kết, thanh lý hợp đồng, hóa đơn chứng từ hợp lệ... chứng minh nguồn gốc nguyên liệu, liên kết chuỗi.",
  },
  environment: {
    title: "Bảo vệ môi trường, sử dụng công nghệ theo hướng bền vững",
    requirement:
      "Bản sao hồ sơ, thủ tục về môi trường theo quy định; hình ảnh minh chứng về thực hiện giải pháp bảo vệ môi trường; hình ảnh, mô tả công nghệ sử dụng theo hướng bền vững.",
  },
  local_labour: {
    title: "Sử dụng lao động địa phương",
    requirement: "Danh sách lao động đóng bảo hiểm có xác nhận của chủ thể, bao gồm cả nơi thường trú.",
  },
  growth: {
    title: "Tăng trưởng sản xuất kinh doanh",
    requirement:
      "- Bản sao Tài liệu minh chứng kết quả phân loại hợp tác xã hoặc báo cáo tài chính 2 năm gần nhất.\n- Bản sao Báo cáo tài chính của chủ thể 2 năm gần nhất.",
  },
  intellectual_property: {
    title: "Sở hữu trí tuệ",
    requirement:
      "Minh chứng thể hiện Đơn đăng ký nhãn hiệu đã được cơ quan có thẩm quyền chấp nhận hoặc công bố. Bản sao Giấy chứng nhận đăng ký nhãn hiệu; văn bằng ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận; Bằng sáng chế, Bằng độc quyền kiểu dáng công nghiệp,...",
  },
  market: {
    title: "Phát triển thị trường, hoạt động quảng bá, xúc tiến thương mại",
    requirement:
      "Bản sao tài liệu: Hợp đồng, cam kết, ký gửi, đặt hàng, biên nhận, hóa đơn, chứng từ để minh chứng xác nhận về phân phối sản phẩm, xuất khẩu sản phẩm, hoạt động xúc tiến thương mại...",
  },
  promotion: { title: "Quảng bá sản phẩm", requirement: "Tài liệu minh chứng về website, hoạt động quảng bá." },
  story: { title: "Câu chuyện về sản phẩm", requirement: "Bản sao tờ rơi, hình ảnh, phim, ghi âm... minh chứng về câu chuyện của sản phẩm" },
  quality_declaration: { title: "Công bố chất lượng sản phẩm", requirement: "Bản sao tài liệu, chứng minh chất lượng sản phẩm được công bố" },
  test_results: {
    title: "Phiếu kết quả kiểm nghiệm chỉ tiêu chất lượng, an toàn thực phẩm theo tiêu chuẩn công bố",
    requirement: "Bản sao tài liệu chứng minh đạt tiêu chuẩn chất lượng, an toàn thực phẩm.",
  },
  traceability: { title: "Mã số mã vạch, tem truy xuất nguồn gốc", requirement: "Bản sao tài liệu, chứng minh mã, tem, sở hữu thương hiệu..." },
  quality_system: {
    title: "Hệ thống quản lý chất lượng tiên tiến, kiểm soát chất lượng",
    requirement: "Bản sao tài liệu: chứng nhận Hệ thống quản lý chất lượng tiên tiến, chứng minh hệ thống quản lý đạt tiêu chuẩn",
  },
  awards: {
    title: "Giải thưởng của sản phẩm, bình chọn của các tổ chức uy tín trong nước và quốc tế...",
    requirement: "Bản sao tài liệu, minh chứng về các thành tích, giải thưởng, bình chọn...",
  },
}

/** What is no line of the form's table. */
export const OTHER_EVIDENCE = { title: "Tài liệu khác", requirement: "" }
