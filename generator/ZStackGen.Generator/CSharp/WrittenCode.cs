using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>Whole lines of C# that a <see cref="SourceWriter"/> wrote. Only the writer creates it, so that it contains no text of a page as code.</summary>
internal sealed class WrittenCode
{
    private readonly string _lines;

    private WrittenCode(string lines) => _lines = lines;

    /// <summary>Copies the lines of a writer's text from a position on.</summary>
    internal static WrittenCode From(StringBuilder text, int start) => new(text.ToString(start, text.Length - start));

    /// <summary>Appends the lines.</summary>
    internal void AppendTo(StringBuilder target) => target.Append(_lines);
}
