// What the shipped contracts say of their operations, in Vietnamese.
export const operations = {
  "Tells what an advertising SMS to a list of phone numbers would cost. Nothing is sent or billed.":
    "Cho biết một SMS quảng cáo gửi đến danh sách số điện thoại sẽ tốn bao nhiêu. Không gửi và không tính tiền.",
  "Tells what a customer care SMS would cost. Nothing is sent or billed.":
    "Cho biết một SMS chăm sóc khách hàng sẽ tốn bao nhiêu. Không gửi và không tính tiền.",
  "Tells what a Zalo template message (ZNS) would cost. Nothing is sent or billed.":
    "Cho biết một tin Zalo theo mẫu (ZNS) sẽ tốn bao nhiêu. Không gửi và không tính tiền.",
  "Tells how much money the account has left.": "Cho biết tài khoản còn bao nhiêu tiền.",
  "Tells the balance of the account, with the keys in the address.":
    "Cho biết tài khoản còn bao nhiêu tiền, với các khóa nằm trong địa chỉ.",
  "Lists the active brandnames of the account, each with the id of its service.":
    "Liệt kê các brandname đang hoạt động của tài khoản, kèm mã dịch vụ của từng brandname.",
  "Lists the active brandnames of the account, which are the sender names that recipients see.":
    "Liệt kê các brandname đang hoạt động của tài khoản, tức tên người gửi mà người nhận thấy.",
  "Lists the customer care templates of one brandname, which the texts of its messages must match.":
    "Liệt kê các mẫu tin chăm sóc khách hàng của một brandname; nội dung tin phải khớp với chúng.",
  "Submits a text template for customer care SMS or fixed-number SMS, which ViHAT then checks.":
    "Nộp mẫu nội dung cho SMS chăm sóc khách hàng hoặc SMS đầu số cố định, để ViHAT kiểm duyệt.",
  "Lists the recipients of one send, each with what became of its message.": "Liệt kê người nhận của một lần gửi, và tin của từng người ra sao.",
  "Tells how far one send has come: how many messages were sent, delivered and failed, and what they cost.":
    "Cho biết một lần gửi đã đến đâu: bao nhiêu tin đã gửi, đã nhận, thất bại, và tốn bao nhiêu.",
  "Lists the messages of one type that were made in a span of time, page by page.":
    "Liệt kê tin nhắn của một loại được tạo trong một khoảng thời gian, theo từng trang.",
  "Lists the messages that were made in a span of at most three days, page by page, with a request in XML.":
    "Liệt kê tin nhắn được tạo trong khoảng tối đa ba ngày, theo từng trang, với yêu cầu dạng XML.",
  "Gives the callbacks of Zalo messages once more, for those that your own address missed.":
    "Đưa lại các callback của tin Zalo mà địa chỉ của bạn đã lỡ.",
  "Tells whether a Zalo template message (ZNS) has reached the phone, by the id that the message has at Zalo.":
    "Cho biết một tin Zalo theo mẫu (ZNS) đã đến máy chưa, theo mã của tin bên Zalo.",
  "Tells how far one send of a Zalo template message (ZNS) has come, what it cost, and why it failed.":
    "Cho biết một lần gửi tin Zalo theo mẫu (ZNS) đã đến đâu, tốn bao nhiêu, và vì sao thất bại.",
  "Tells how many Zalo template messages (ZNS) an Official Account may send, and how many are left.":
    "Cho biết một Official Account được gửi bao nhiêu tin Zalo theo mẫu (ZNS), và còn lại bao nhiêu.",
  "Lists the users of Zalo who follow an Official Account, part by part.": "Liệt kê người dùng Zalo quan tâm một Official Account, theo từng phần.",
  "Lists the users of Zalo who had to do with an Official Account in a span of days, part by part.":
    "Liệt kê người dùng Zalo đã tương tác với một Official Account trong một khoảng ngày, theo từng phần.",
  "Lists the Zalo Official Accounts that are connected to the account.": "Liệt kê các Zalo Official Account đã kết nối với tài khoản.",
  "Tells how good the sends of an Official Account are.": "Cho biết chất lượng gửi tin của một Official Account.",
  "Lists what users of Zalo thought of the messages of one template, part by part.":
    "Liệt kê đánh giá của người dùng Zalo về tin của một mẫu, theo từng phần.",
  "Tells all about one Zalo template (ZNS): its state, its quality, its quota, its variables and its buttons.":
    "Cho biết mọi điều về một mẫu tin Zalo (ZNS): trạng thái, chất lượng, hạn mức, các biến và các nút.",
  "Lists the Zalo templates (ZNS) of one Official Account, each with its variables.":
    "Liệt kê các mẫu tin Zalo (ZNS) của một Official Account, kèm các biến của từng mẫu.",
  "Orders a package for a Zalo Official Account, which costs money.": "Đặt mua một gói cho Zalo Official Account; việc này tốn tiền.",
  "Submits a template for Zalo messages (ZNS), which ViHAT then checks.": "Nộp mẫu tin Zalo (ZNS), để ViHAT kiểm duyệt.",
  "Checks a one-time code that eSMS has made and a user has entered.": "Kiểm tra mã một lần mà eSMS đã tạo và người dùng đã nhập.",
  "Makes a one-time code, and sends it to one phone number by Zalo, or by SMS if Zalo fails.":
    "Tạo mã một lần và gửi đến một số điện thoại qua Zalo, hoặc qua SMS nếu Zalo thất bại.",
  "Makes a one-time code, and sends it by SMS to one phone number.": "Tạo mã một lần và gửi qua SMS đến một số điện thoại.",
  "Sends one advertising SMS to 30 or more phone numbers.": "Gửi một SMS quảng cáo đến từ 30 số điện thoại trở lên.",
  "Sends one advertising SMS to 30 or more phone numbers, with a request in XML.":
    "Gửi một SMS quảng cáo đến từ 30 số điện thoại trở lên, với yêu cầu dạng XML.",
  "Sends a customer care SMS, such as a one-time code, to one phone number.": "Gửi SMS chăm sóc khách hàng, như mã một lần, đến một số điện thoại.",
  "Sends a customer care SMS to one phone number, with a request that is a form.":
    "Gửi SMS chăm sóc khách hàng đến một số điện thoại, với yêu cầu dạng form.",
  "Sends a customer care SMS to one phone number, with everything in the address.":
    "Gửi SMS chăm sóc khách hàng đến một số điện thoại, mọi thứ nằm trong địa chỉ.",
  "Sends a customer care SMS to one or more phone numbers, with a request in XML.":
    "Gửi SMS chăm sóc khách hàng đến một hoặc nhiều số điện thoại, với yêu cầu dạng XML.",
  "Sends a customer care SMS to one phone number, by the call for several channels with SMS alone.":
    "Gửi SMS chăm sóc khách hàng đến một số điện thoại, bằng hàm đa kênh với riêng kênh SMS.",
  "Sends a cheap SMS from a fixed number, without a brandname, to one phone number.":
    "Gửi SMS giá rẻ từ đầu số cố định, không có brandname, đến một số điện thoại.",
  "Sends a cheap SMS from a fixed number to one phone number, with everything in the address.":
    "Gửi SMS giá rẻ từ đầu số cố định đến một số điện thoại, mọi thứ nằm trong địa chỉ.",
  "Sends one Viber message to one or more phone numbers.": "Gửi một tin Viber đến một hoặc nhiều số điện thoại.",
  "Sends a Viber message to one phone number, with everything in the address.": "Gửi một tin Viber đến một số điện thoại, mọi thứ nằm trong địa chỉ.",
  "Calls one phone number and reads out a one-time code.": "Gọi một số điện thoại và đọc mã một lần.",
  "Calls one phone number and reads out a one-time code that you give.": "Gọi một số điện thoại và đọc mã một lần do bạn đưa ra.",
  "Calls one phone number and plays a recording, and connects the listener with a number of yours if a key is pressed.":
    "Gọi một số điện thoại và phát bản ghi âm, rồi nối người nghe với một số của bạn nếu có phím được bấm.",
  "Calls one phone number and reads out a script, with your values in the place of its variables.":
    "Gọi một số điện thoại và đọc một kịch bản, với giá trị của bạn ở chỗ các biến.",
  "Tells what became of one voice call.": "Cho biết kết quả của một cuộc gọi thoại.",
  "Sends a Zalo consulting message with buttons to a user of Zalo.": "Gửi tin tư vấn Zalo có nút bấm đến một người dùng Zalo.",
  "Sends a Zalo message to one phone number, as a whole text, with a request that is a form.":
    "Gửi tin Zalo đến một số điện thoại dưới dạng toàn văn, với yêu cầu dạng form.",
  "Sends a Zalo message to one phone number, as a whole text in place of the values of a template.":
    "Gửi tin Zalo đến một số điện thoại dưới dạng toàn văn thay cho các giá trị của mẫu.",
  "Sends a Zalo consulting message that asks a user of Zalo for contact details, by a form.":
    "Gửi tin tư vấn Zalo hỏi một người dùng Zalo thông tin liên hệ, bằng biểu mẫu.",
  "Sends a Zalo message that is part of a journey, such as that of an order, to one phone number.":
    "Gửi tin Zalo là một chặng của hành trình, như của một đơn hàng, đến một số điện thoại.",
  "Sends a Zalo consulting message with a picture to a user of Zalo.": "Gửi tin tư vấn Zalo kèm hình ảnh đến một người dùng Zalo.",
  "Sends a Zalo template message (ZNS) to one phone number.": "Gửi tin Zalo theo mẫu (ZNS) đến một số điện thoại.",
  "Sends one Zalo template message (ZNS) to as many as 500 phone numbers, each with its own values.":
    "Gửi một tin Zalo theo mẫu (ZNS) đến tối đa 500 số điện thoại, mỗi số với giá trị riêng.",
  "Sends a Zalo template message (ZNS) to one phone number, of which eSMS is told the SHA-256 hash only.":
    "Gửi tin Zalo theo mẫu (ZNS) đến một số điện thoại mà eSMS chỉ được biết mã băm SHA-256.",
  "Sends a Zalo template message (ZNS) to a user of Zalo, by the id that the user has there.":
    "Gửi tin Zalo theo mẫu (ZNS) đến một người dùng Zalo, theo mã của người dùng bên đó.",
  "Sends a Zalo template message (ZNS) to one phone number, by the fourth version of the call.":
    "Gửi tin Zalo theo mẫu (ZNS) đến một số điện thoại, bằng phiên bản thứ tư của hàm.",
  "Sends a Zalo template message (ZNS) to one phone number, by the fifth version of the call.":
    "Gửi tin Zalo theo mẫu (ZNS) đến một số điện thoại, bằng phiên bản thứ năm của hàm.",
  "Sends a Zalo consulting message that is a text to a user of Zalo.": "Gửi tin tư vấn Zalo dạng văn bản đến một người dùng Zalo.",
  "Sends a Zalo template message (ZNS) to one phone number, and a customer care SMS in its place if Zalo fails.":
    "Gửi tin Zalo theo mẫu (ZNS) đến một số điện thoại, và SMS chăm sóc khách hàng thay thế nếu Zalo thất bại.",
  "Sends a Zalo message about a transaction, such as an order, to a user of Zalo: a banner, a header, texts, a table and buttons.":
    "Gửi tin Zalo về một giao dịch, như đơn hàng, đến một người dùng Zalo: ảnh bìa, tiêu đề, văn bản, bảng và các nút.",
};
