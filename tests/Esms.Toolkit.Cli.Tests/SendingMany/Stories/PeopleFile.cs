using System.Globalization;
using System.Text;

namespace Esms.Cli.Tests.SendingMany.Stories;

/// <summary>A file of messages in the hands of a person who edits it, and saves it with different programs.</summary>
/// <param name="dice">What the person does.</param>
internal sealed class PeopleFile(Random dice)
{
    private readonly List<(string Phone, string Text)> _rows = [];
    private int _people;
    private int _version;
    private int _form;

    public IReadOnlyList<(string Phone, string Text)> Rows => _rows;

    /// <summary>What the person did to it last, for the report of a failure.</summary>
    public string LastEdit { get; private set; } = "nothing";

    public void Append(int count)
    {
        for (var i = 0; i < count; i++)
            _rows.Add(Person(_people++));
    }

    /// <summary>Does one of the things that people do to such files.</summary>
    public void Edit()
    {
        if (_rows.Count < 2)
            return;
        switch (dice.Next(9))
        {
            case 0:
            case 1:
                LastEdit = "saved in another form";
                _form = dice.Next(5);
                break;
            case 2:
                LastEdit = "corrected the text";
                CorrectText();
                break;
            case 3:
                LastEdit = "appended rows";
                Append(dice.Next(1, 4));
                break;
            case 4:
                LastEdit = "sorted";
                _rows.Sort(static (one, other) => string.CompareOrdinal(other.Phone, one.Phone));
                break;
            case 5:
                LastEdit = "deleted a row";
                _rows.RemoveAt(dice.Next(_rows.Count));
                break;
            case 6:
                LastEdit = "copied a row";
                _rows.Add(_rows[dice.Next(_rows.Count)]);
                break;
            default:
                LastEdit = "nothing";
                break;
        }
    }

    public byte[] Save() =>
        _form switch
        {
            1 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv(",").ReplaceLineEndings("\r\n"))],
            2 => Encoding.UTF8.GetBytes("sep=;\r\n" + Csv(";").ReplaceLineEndings("\r\n") + ";\r\n"),
            3 => Encoding.UTF8.GetBytes(Csv("\t")),
            4 => Encoding.UTF8.GetBytes("\"to\",\"text\"\n" + string.Concat(_rows.Select(static row => $"\"+84{row.Phone[1..]}\",\"{row.Text}\"\n"))),
            _ => Encoding.UTF8.GetBytes(Csv(",")),
        };

    private void CorrectText()
    {
        _version++;
        var one = dice.Next(3) == 0 ? dice.Next(_rows.Count) : -1;
        for (var i = 0; i < _rows.Count; i++)
        {
            if (one < 0 || one == i)
                _rows[i] = (_rows[i].Phone, $"{_rows[i].Text.Split(" v")[0]} v{_version}");
        }
    }

    private string Csv(string separator) => $"phone{separator}content\n" + string.Concat(_rows.Select(row => $"{row.Phone}{separator}{row.Text}\n"));

    private static (string Phone, string Text) Person(int number) =>
        (string.Create(CultureInfo.InvariantCulture, $"0901888{number:D3}"), string.Create(CultureInfo.InvariantCulture, $"Xin chao {number}"));
}
