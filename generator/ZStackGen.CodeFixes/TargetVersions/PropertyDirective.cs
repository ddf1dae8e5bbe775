using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>Finds <c>#:property ZStackGenTargetVersion=4.7.0</c> in the source of a file-based program.</summary>
internal static class PropertyDirective
{
    private static readonly Regex s_directive = new(
        @"^\s*#:\s*property\s+ZStackGenTargetVersion\s*=\s*(?<version>\S+)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        System.TimeSpan.FromSeconds(1));

    /// <summary>Returns the place of the version; <see langword="null"/> if no directive states the current version.</summary>
    public static TargetVersionPlace? Find(SyntaxNode root, string current)
    {
        // Text instead of syntax: an older compiler does not know the directive.
        foreach (SyntaxTrivia trivia in root.GetLeadingTrivia().Where(static trivia => trivia.IsDirective))
        {
            if (s_directive.Match(trivia.ToFullString()) is { Success: true } match && match.Groups["version"] is { } version && version.Value == current)
                return new TargetVersionPlace(new TextSpan(trivia.FullSpan.Start + version.Index, version.Length));
        }

        return null;
    }
}
