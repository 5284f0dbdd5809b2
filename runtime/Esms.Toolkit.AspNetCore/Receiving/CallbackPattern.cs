using Microsoft.AspNetCore.Routing.Patterns;

namespace Esms.Receiving;

/// <summary>The route pattern of an endpoint, with those of its groups before it.</summary>
internal static class CallbackPattern
{
    public const string TokenParameter = "token";

    /// <exception cref="ArgumentException">No call can come in at this pattern.</exception>
    public static void Check(RoutePattern pattern)
    {
        if (pattern.GetParameter(TokenParameter) is not { } token)
            throw new ArgumentException(
                $"The pattern '{pattern.RawText}' needs {{{TokenParameter}}}, for the unguessable part of the address: '/esms/{{{TokenParameter}}}/delivery', for example.",
                nameof(pattern)
            );
        if (token.ParameterPolicies.Count > 0)
            throw new ArgumentException(
                $"The pattern '{pattern.RawText}' has a constraint on {{{TokenParameter}}}, which is hidden before constraints are checked. Write {{{TokenParameter}}}: the receiver compares the whole token.",
                nameof(pattern)
            );
    }

    /// <summary>Whether the same paths fit two patterns equally well, so that the framework could not choose.</summary>
    public static bool AreAlike(RoutePattern one, RoutePattern other)
    {
        if (one.PathSegments.Count != other.PathSegments.Count)
            return false;
        for (var i = 0; i < one.PathSegments.Count; i++)
        {
            if (!AreAlike(one.PathSegments[i].Parts, other.PathSegments[i].Parts))
                return false;
        }
        return true;
    }

    private static bool AreAlike(IReadOnlyList<RoutePatternPart> some, IReadOnlyList<RoutePatternPart> others)
    {
        if (some.Count != others.Count)
            return false;
        for (var i = 0; i < some.Count; i++)
        {
            if (!AreAlike(some[i], others[i]))
                return false;
        }
        return true;
    }

    /// <summary>Parameters with constraints may tell their values apart.</summary>
    private static bool AreAlike(RoutePatternPart one, RoutePatternPart other) =>
        (one, other) switch
        {
            (RoutePatternLiteralPart a, RoutePatternLiteralPart b) => a.Content.Equals(b.Content, StringComparison.OrdinalIgnoreCase),
            (RoutePatternSeparatorPart a, RoutePatternSeparatorPart b) => a.Content == b.Content,
            (RoutePatternParameterPart a, RoutePatternParameterPart b) => a.IsCatchAll == b.IsCatchAll
                && a.ParameterPolicies.Count + b.ParameterPolicies.Count == 0,
            _ => false,
        };
}
