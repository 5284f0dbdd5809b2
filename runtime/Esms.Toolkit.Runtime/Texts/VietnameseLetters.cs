namespace Esms;

/// <summary>The letters of Vietnamese that have marks, and the marks as characters of their own.</summary>
internal static class VietnameseLetters
{
    /// <summary>The letter without its marks; '\0' when it is none of Vietnamese that has any.</summary>
    public static char BaseOf(char letter) =>
        letter switch
        {
            'à' or 'á' or 'ả' or 'ã' or 'ạ' or 'ă' or 'ằ' or 'ắ' or 'ẳ' or 'ẵ' or 'ặ' or 'â' or 'ầ' or 'ấ' or 'ẩ' or 'ẫ' or 'ậ' => 'a',
            'è' or 'é' or 'ẻ' or 'ẽ' or 'ẹ' or 'ê' or 'ề' or 'ế' or 'ể' or 'ễ' or 'ệ' => 'e',
            'ì' or 'í' or 'ỉ' or 'ĩ' or 'ị' => 'i',
            'ò' or 'ó' or 'ỏ' or 'õ' or 'ọ' or 'ô' or 'ồ' or 'ố' or 'ổ' or 'ỗ' or 'ộ' or 'ơ' or 'ờ' or 'ớ' or 'ở' or 'ỡ' or 'ợ' => 'o',
            'ù' or 'ú' or 'ủ' or 'ũ' or 'ụ' or 'ư' or 'ừ' or 'ứ' or 'ử' or 'ữ' or 'ự' => 'u',
            'ỳ' or 'ý' or 'ỷ' or 'ỹ' or 'ỵ' => 'y',
            'À' or 'Á' or 'Ả' or 'Ã' or 'Ạ' or 'Ă' or 'Ằ' or 'Ắ' or 'Ẳ' or 'Ẵ' or 'Ặ' or 'Â' or 'Ầ' or 'Ấ' or 'Ẩ' or 'Ẫ' or 'Ậ' => 'A',
            'È' or 'É' or 'Ẻ' or 'Ẽ' or 'Ẹ' or 'Ê' or 'Ề' or 'Ế' or 'Ể' or 'Ễ' or 'Ệ' => 'E',
            'Ì' or 'Í' or 'Ỉ' or 'Ĩ' or 'Ị' => 'I',
            'Ò' or 'Ó' or 'Ỏ' or 'Õ' or 'Ọ' or 'Ô' or 'Ồ' or 'Ố' or 'Ổ' or 'Ỗ' or 'Ộ' or 'Ơ' or 'Ờ' or 'Ớ' or 'Ở' or 'Ỡ' or 'Ợ' => 'O',
            'Ù' or 'Ú' or 'Ủ' or 'Ũ' or 'Ụ' or 'Ư' or 'Ừ' or 'Ứ' or 'Ử' or 'Ữ' or 'Ự' => 'U',
            'Ỳ' or 'Ý' or 'Ỷ' or 'Ỹ' or 'Ỵ' => 'Y',
            'đ' => 'd',
            // Eth, and the African D: what old Vietnamese fonts become when they are converted carelessly. They look the same.
            'Đ' or '\u00D0' or '\u0189' => 'D',
            _ => '\0',
        };

    /// <summary>
    /// Whether it is a mark of Vietnamese that stands behind its letter: grave, acute, circumflex, tilde, breve, hook, horn, dot below.
    /// </summary>
    public static bool IsMark(char letter) =>
        letter
            is '\u0300'
                or '\u0301'
                or '\u0302'
                or '\u0303'
                or '\u0306'
                or '\u0309'
                or '\u031B'
                or '\u0323'
                // Other codes of grave and acute, which Unicode keeps for old Vietnamese texts.
                or '\u0340'
                or '\u0341';

    /// <summary>Whether marks behind it can be taken off.</summary>
    public static bool TakesMarks(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || BaseOf(letter) != '\0';
}
