namespace Esms;

/// <summary>Why a text is no mobile number of Vietnam.</summary>
public enum EsmsPhoneProblem
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>There is nothing.</summary>
    Empty,

    /// <summary>
    /// It has something in it that is neither a digit nor a sign that people write between digits, such as letters, or two numbers.
    /// </summary>
    NotANumber,

    /// <summary>It is of another country. eSMS documents none but numbers of Vietnam.</summary>
    Foreign,

    /// <summary>It has too few or too many digits.</summary>
    WrongLength,

    /// <summary>It is of Vietnam and not of a mobile phone: a landline, or a prefix that no network has.</summary>
    NotMobile,
}
