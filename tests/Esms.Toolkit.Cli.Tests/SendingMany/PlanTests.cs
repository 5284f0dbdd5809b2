namespace Esms.Cli.Tests.SendingMany;

/// <summary>What <c>esms send-many</c> tells of a file before anything is sent.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-many-").FullName;

    [Theory]
    [InlineData("phone,content\n0901888484,\"a \"\"b\"\", c\nd\"\n")]
    [InlineData("phone;content\r\n0901888484;\"a \"\"b\"\", c\nd\"\r\n")]
    [InlineData("phone\tcontent\n0901888484\t\"a \"\"b\"\", c\nd\"")]
    [InlineData("\uFEFFPhone,Content\n\n84901888484,\"a \"\"b\"\", c\nd\"\n\n")]
    [InlineData("to,text\n\"0901888484\",\"a \"\"b\"\", c\nd\"\n")]
    public void Files_are_read_as_spreadsheets_write_them(string csv)
    {
        var result = Plan(csv, "--brand", "B").AssertEndsWith(0);

        Assert.Equal(
            "Network   Messages  Unicode  SMS  Cost\nMobiFone  1         0        1    no price\nTotal     1         0        1    no price\n",
            result.Output
        );
    }

    [Fact]
    public void Messages_are_told_by_network_with_what_they_cost_and_what_folding_saves()
    {
        var csv = $"phone,content\n0901888484,Cam on\n0986123456,\"Cảm ơn {new string('a', 70)}\"\n01681234567,Cam on\n";

        var result = Plan(csv, "--brand", "B", "--price", "850", "--price", "viettel=790").AssertEndsWith(0);

        Assert.Equal(
            """
            Network   Messages  Unicode  SMS  Cost
            Viettel   2         1        3    2.370 đồng
            MobiFone  1         0        1    850 đồng
            Total     3         1        4    3.220 đồng
            1 number has eleven digits, as before 2018. The messages go to the numbers that replaced them.
            messages.csv(3): Unicode, for ả (at 2), ơ (at 5): 2 SMS, folded 1
            --fold would save 1 SMS, 790 đồng.

            """.ReplaceLineEndings("\n"),
            result.Output
        );
        var folded = Plan(csv, "--brand", "B", "--price", "850", "--fold", "--json").AssertEndsWith(0).Json;
        Assert.Equal((3, 0, 3, 2550m), ((int)folded["messages"]!, (int)folded["unicode"]!, (int)folded["segments"]!, (decimal)folded["cost"]!));
        Assert.Equal("Viettel", (string?)folded["networks"]![0]!["network"]);
    }

    [Fact]
    public void Every_bad_row_is_told_by_line_column_and_reason()
    {
        var result = Plan(
                "phone,content,send-date\n0901888484,\"line one\nline two\",\n0901,hi,\n+12025550101,hi,\n0901888484,hi\n0901888484,,\n0901888484,hi,tomorrow\nx,hi,\n",
                "--brand",
                "B"
            )
            .AssertEndsWith(2);

        Assert.Equal(
            """
            messages.csv(4), phone: this has too few or too many digits for a mobile number of Vietnam.
            messages.csv(5), phone: this is a number of another country.
            messages.csv(6): there are 2 columns, and the first line has 3.
            messages.csv(7): 'Content' is missing: The text of the message.
            messages.csv(8), send-date: 'tomorrow' is not a date; write it as 2026-12-31 09:00:00, on Vietnam's clock, or with a zone as 2026-12-31T09:00:00+07:00.
            messages.csv(9), phone: this is no phone number.
            6 rows are wrong. Nothing was sent.

            """.ReplaceLineEndings("\n"),
            result.Error
        );
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("phone,content,\n0901888711,Cam on, hen gap luc 9h\n", "messages.csv(2), column 3: this cell is not blank")]
    [InlineData("phone,\u00A0\u200B,content\n0901888711,x,Cam on\n", "messages.csv(2), column 2: this cell is not blank")]
    [InlineData(",phone,content\n1,0901888711,Cam on\n", "messages.csv(2), column 1: this cell is not blank")]
    [InlineData("phone,content\n0901888711,Cam on, hen gap\n", "messages.csv(2): there are 3 columns, and the first line has 2.")]
    [InlineData("phone,content\n0901888711,Cam\0on\n", "messages.csv(2), content: the control character U+0000 at 4 cannot be sent.")]
    [InlineData("phone,content\n0901888711,Cam\u001Bon\n", "messages.csv(2), content: the control character U+001B at 4 cannot be sent.")]
    [InlineData("phone,content,campaign-id\n0901888711,Cam on,a\u0007\n", "messages.csv(2), campaign-id: the control character U+0007 at 2")]
    [InlineData("phone,content\n0901888711,  \n", "messages.csv(2): 'Content' is missing")]
    [InlineData("phone,content\n0901888711,\u00A0\u200B\n", "messages.csv(2): 'Content' is missing")]
    public void Nothing_of_a_row_is_dropped_or_sent_that_its_writer_cannot_have_meant(string csv, string problem)
    {
        var error = Plan(csv, "--brand", "B").AssertEndsWith(2).Error;

        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.EndsWith("1 row is wrong. Nothing was sent.\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "content= \u200B", "'Content' is blank")]
    [InlineData("--set", "content=a\u0007", "--set content: the control character U+0007 at 2 cannot be sent.")]
    [InlineData("--set", "campaign-id=\u0007", "--set campaign-id: the control character U+0007 at 1 cannot be sent.")]
    public void A_value_for_every_row_is_held_to_the_same(string option, string value, string problem) =>
        Assert.Contains(problem, Plan("phone\n0901888711\n", "--brand", "B", option, value).AssertEndsWith(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Line_breaks_and_tabs_are_texts_and_blank_cells_without_a_name_are_passed_over() =>
        Assert.Equal(
            1,
            (int)Plan("phone,content,,\u00A0\n0901888711,\"a\tb\r\nc\",\u00A0,\u200B\n", "--brand", "B", "--json").AssertEndsWith(0).Json["messages"]!
        );

    [Fact]
    public void One_value_has_one_column()
    {
        string[] options = ["--operation", "SendZaloTemplate", "--set", "OfficialAccountId=1", "--set", "TemplateId=2"];

        Assert.Contains(
            "'TempData.code' cannot be combined with the column 'TempData'.",
            Plan("phone,TempData,TempData.code\n0901888484,{},7\n", options).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "there is no 'TempData.'",
            Plan("phone,TempData.\n0901888484,7\n", options).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_million_bad_rows_the_first_are_told()
    {
        var result = Plan("phone,content\n" + string.Concat(Enumerable.Repeat("1,hi\n", 1000)), "--brand", "B").AssertEndsWith(2);

        Assert.Equal(21, result.Error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("1000 rows are wrong. Nothing was sent.\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "messages.csv is empty.")]
    [InlineData("content\nhi\n", "there is no column 'phone'")]
    [InlineData("phone,content,nme\n", "messages.csv, column 3: there is no 'nme' in SendCustomerCare")]
    [InlineData("phone,content,to\n", "'to' stands there twice")]
    [InlineData("phone,contnet\n", "there is no 'contnet' in SendCustomerCare; did you mean 'Content'?")]
    [InlineData(" , \n0901888484,hi\n", "there is no '0901888484' in SendCustomerCare")]
    [InlineData("phone,content,con\u200Btent\u00A0\n", "stands there twice")]
    [InlineData("phone,content,apikey\n", "there is no 'apikey' in SendCustomerCare")]
    public void A_header_that_is_wrong_is_told(string csv, string problem) =>
        Assert.Contains(problem, Plan(csv, "--brand", "B").AssertEndsWith(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--max-cost 3000", "It costs about 3.400 đồng, and --max-cost allows 3.000 đồng.")]
    [InlineData("--max-messages 1", "There are 2 messages, and --max-messages allows 1.")]
    public void A_batch_that_is_more_than_allowed_is_refused(string limit, string problem)
    {
        var csv = $"phone,content\n0901888484,{new string('ê', 201)}\n0901888485,hi\n";

        Assert.Contains(
            problem,
            Plan(csv, ["--brand", "B", "--price", "850", .. limit.Split(' ')]).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Plan(csv, "--brand", "B", "--price", "850", "--max-cost", "3400", "--max-messages", "2").AssertEndsWith(0);
        Assert.Contains(
            "2 messages have no price",
            Plan(csv, "--brand", "B", "--price", "viettel=850", "--max-cost", "3400").AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--operation GetBalance", "GetBalance has no RequestId")]
    [InlineData("--operation SendAdvertising", "SendAdvertising has no single recipient 'Phone'.")]
    [InlineData("--set Brand", "--set: 'Brand' is no name=value.")]
    [InlineData("--set Nme=x", "--set: there is no 'Nme' in SendCustomerCare.")]
    [InlineData("--price cheap", "--price: 'cheap' is no amount in đồng")]
    [InlineData("--price vietel=850", "--price: there is no network 'vietel'; did you mean 'Viettel'?")]
    public void Options_that_are_wrong_are_told(string options, string problem) =>
        Assert.Contains(problem, Plan("phone,content\n0901888484,hi\n", options.Split(' ')).AssertEndsWith(2).Error, StringComparison.Ordinal);

    [Fact]
    public void A_quote_inside_a_cell_is_a_letter()
    {
        var csv = "phone;content\n0901888484;5\" man hinh\n0901888485;khong \"co\" gi\n0901888486;\"a \"\"b\"\"\"\n";

        var plan = Plan(csv, "--brand", "B", "--json").AssertEndsWith(0).Json;

        Assert.Equal((3, 3), ((int)plan["messages"]!, (int)plan["segments"]!));
    }

    [Theory]
    [InlineData(
        "phone,content\n0901888484,hi\n0901888485,\"never closed\n0901888486,hi\n",
        "messages.csv(3): a quote opens a cell here, and is never closed."
    )]
    [InlineData("phone,content\n0901888484,\"a\" b\n", "messages.csv(2): behind a closing quote")]
    [InlineData("phone,content\n0901888484,#N/A\n", "messages.csv(2), content: #N/A is an error of the spreadsheet.")]
    [InlineData("phone,content\n0901888484,Chao #NAME?\n", "messages.csv(2), content: #NAME? is an error of the spreadsheet.")]
    [InlineData("phone,content\n901888484.0,hi\n", "format the column as text")]
    [InlineData("phone,content\n9.01888E+08,hi\n", "format the column as text")]
    public void What_a_spreadsheet_left_is_told_with_its_line(string csv, string problem) =>
        Assert.Contains(problem, Plan(csv, "--brand", "B").AssertEndsWith(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("sep=;\nphone;content\n0901888484;a,b,c,d\n;\n;;\n")]
    [InlineData("sep=|\r\nphone|content\r\n0901888484|hi\r\n")]
    [InlineData("phone,content\r0901888484,hi\r")]
    public void Lines_that_spreadsheets_add_are_passed_over(string csv) =>
        Assert.Equal(1, (int)Plan(csv, "--brand", "B", "--json").AssertEndsWith(0).Json["messages"]!);

    [Fact]
    public void A_text_of_too_many_SMS_is_refused_unless_it_is_asked_for()
    {
        var csv = $"phone,content\n0901888484,{new string('a', 6 * 153)}\n";

        Assert.Contains("the text takes 6 SMS", Plan(csv, "--brand", "B").AssertEndsWith(2).Error, StringComparison.Ordinal);
        Plan(csv, "--brand", "B", "--max-segments", "6").AssertEndsWith(0);
    }

    [Fact]
    public void Numbers_that_come_twice_are_counted()
    {
        var result = Plan("phone,content\n0901888484,a\n+84901888484,b\n0901888485,c\n", "--brand", "B").AssertEndsWith(0);

        Assert.Contains("1 message goes to a number that has another message in the file.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_begins_with_an_at_sign_is_that_value()
    {
        var file = Path.Combine(_folder, "words");
        File.WriteAllText(file, "the content of the file");

        var (code, output, error) = EsmsTool.Invoke("text", $"@{file}");

        Assert.Equal(0, code);
        Assert.DoesNotContain("23", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_another_encoding_are_an_error()
    {
        var file = Path.Combine(_folder, "latin.csv");
        File.WriteAllBytes(file, [.. "phone,content\n0901888484,C"u8, 0xE1, .. "m\n"u8]);

        var (code, _, error) = EsmsTool.Invoke("send-many", file, "--brand", "B", "--dry-run");

        Assert.Equal((2, "latin.csv is not UTF-8. In Excel, save it as 'CSV UTF-8'.\n"), (code, error));
    }

    [Fact]
    public void Templates_of_Zalo_take_a_column_for_each_of_their_parameters_and_are_not_cut()
    {
        var csv = "phone,TempData.name,TempData.code\n0901888484,Ánh,1\n";

        var result = Plan(csv, "--operation", "SendZaloTemplate", "--set", "OfficialAccountId=1", "--set", "TemplateId=2", "--price", "200")
            .AssertEndsWith(0);

        Assert.Contains("Total     1         0        1    200 đồng", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CliResult Plan(string csv, params string[] options)
    {
        var file = Path.Combine(_folder, "messages.csv");
        File.WriteAllText(file, csv);
        var (code, output, error) = EsmsTool.Invoke(["send-many", file, .. options, "--dry-run"]);
        return new CliResult(code, output.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }
}
