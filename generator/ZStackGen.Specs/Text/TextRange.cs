namespace ZStackGen.Specs.Text;

/// <summary>A stretch of the page's text as offsets; <see cref="PageText.Span"/> makes line and column of it when a finding needs them.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset behind the last character.</param>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;
}
