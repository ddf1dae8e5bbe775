namespace ZStackGen.Tool.Importing.Html;

/// <summary>A place in a source file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct TextPosition(int Line, int Column);
