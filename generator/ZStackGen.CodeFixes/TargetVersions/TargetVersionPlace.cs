using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>Represents the place of the target version in a text.</summary>
/// <param name="Span">The characters to replace; empty where an element has to be inserted.</param>
/// <param name="Before">The text before the version.</param>
/// <param name="After">The text after the version.</param>
internal sealed record TargetVersionPlace(TextSpan Span, string Before = "", string After = "")
{
    /// <summary>Returns the change that states a version.</summary>
    public TextChange To(string version) => new(Span, Before + version + After);
}
