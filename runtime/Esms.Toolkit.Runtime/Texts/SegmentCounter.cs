namespace Esms;

/// <summary>
/// Fills one SMS after the other. A character of two units is never split, so that the sum can be one more than a division tells.
/// </summary>
internal struct SegmentCounter
{
    /// <summary>What the header takes that puts the parts together again: seven septets, or three letters.</summary>
    private const int LongGsm = 153;
    private const int LongUnicode = 67;
    private const int SingleGsm = 160;
    private const int SingleUnicode = 70;

    private readonly int _long;
    private int _inLast;

    private SegmentCounter(int each, int reserved)
    {
        _long = each;
        Segments = 1 + (Math.Max(0, reserved - 1) / each);
        _inLast = reserved - ((Segments - 1) * each);
    }

    private int Segments { get; set; }

    private readonly int Left => _long - _inLast;

    public static EsmsTextMeasure Measure(string text, EsmsSegmentRules rules, EsmsTextEncoding encoding, int firstBeyond)
    {
        var isGsm = encoding == EsmsTextEncoding.Gsm7;
        var single = isGsm ? SingleGsm : SingleUnicode;
        var counter = new SegmentCounter(isGsm ? LongGsm : LongUnicode, rules.Reserved);
        var units = rules.Reserved;
        for (var i = 0; i < text.Length; i++)
        {
            var size =
                isGsm ? GsmAlphabet.UnitsOf(text[i])
                : EsmsMessageText.IsPair(text, i) ? 2
                : 1;
            counter.Add(size);
            units += size;
            i += isGsm ? 0 : size - 1;
        }
        var isSingle = rules.IsWhole || units <= single;
        return new EsmsTextMeasure
        {
            Encoding = encoding,
            Units = units,
            Segments = isSingle ? 1 : counter.Segments,
            UnitsLeft =
                rules.IsWhole ? 0
                : isSingle ? single - units
                : counter.Left,
            FirstBeyondGsm = firstBeyond,
        };
    }

    private void Add(int units)
    {
        if (_inLast + units > _long)
        {
            Segments++;
            _inLast = 0;
        }
        _inLast += units;
    }
}
