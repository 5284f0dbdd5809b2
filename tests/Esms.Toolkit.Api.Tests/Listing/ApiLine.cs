namespace Esms.Toolkit.Api.Tests.Listing;

/// <summary>A line of a listing: a type, or, with its name, a member of one.</summary>
internal sealed record ApiLine(string Type, string Member, string Text) : IComparable<ApiLine>
{
    public int CompareTo(ApiLine? other) =>
        other is null ? 1
        : string.CompareOrdinal(Type, other.Type) is not 0 and var type ? type
        : string.CompareOrdinal(Member, other.Member) is not 0 and var member ? member
        : string.CompareOrdinal(Text, other.Text);
}
