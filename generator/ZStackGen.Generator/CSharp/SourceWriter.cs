using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>
/// Appends C# with the current indentation and the line end <c>\n</c> on every platform. It accepts only interpolated strings whose
/// placeholders are fragments of C# or numbers, so that no string can be appended.
/// </summary>
internal sealed class SourceWriter
{
    private const string Spaces = "                                        ";

    private readonly StringBuilder _text = new(32 * 1024);
    private bool _isAtLineStart = true;

    public int Length => _text.Length;

    public int Indent { get; private set; }

    /// <summary>Appends to the current line.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Interpolation code) => _isAtLineStart = false;

    /// <summary>Appends to the current line and ends it.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref Interpolation code) => EndLine();

    /// <summary>Ends the current line. Appends an empty line if the current line is empty.</summary>
    public void EndLine()
    {
        _text.Append('\n');
        _isAtLineStart = true;
    }

    public void Open()
    {
        Line($"{{");
        Indent++;
    }

    public void Close()
    {
        Indent--;
        Line($"}}");
    }

    /// <summary>Closes a block that is part of a statement.</summary>
    public void CloseStatement()
    {
        Indent--;
        Line($"}});");
    }

    /// <summary>Copies the lines from a position on. The position and the end must be starts of lines.</summary>
    public WrittenCode Copy(int start) => WrittenCode.From(_text, start);

    /// <summary>Appends lines that a writer with the same indentation wrote. The current line must be empty.</summary>
    public void AddLines(WrittenCode lines) => lines.AppendTo(_text);

    /// <summary>Removes everything after <paramref name="length"/>, to undo the partial output of an element that failed.</summary>
    public void Rewind(int length, int indent)
    {
        _text.Length = length;
        Indent = indent;
        _isAtLineStart = true;
    }

    public override string ToString() => _text.ToString();

    private StringBuilder Begin()
    {
        if (_isAtLineStart)
            _text.Append(Spaces, 0, Math.Min(Indent * 4, Spaces.Length));
        _isAtLineStart = false;
        return _text;
    }

    /// <summary>An interpolated string that is appended to the writer.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly StringBuilder _target;

        /// <summary>Called by the compiler.</summary>
        public Interpolation(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = literalLength + formattedCount;
            _target = writer.Begin();
        }

        /// <summary>Called by the compiler for the constant text of an interpolation.</summary>
        public void AppendLiteral(string value) => _target.Append(value);

        /// <summary>Called by the compiler for a placeholder.</summary>
        public void AppendFormatted<T>(T part)
            where T : ICodePart => part.AppendTo(_target);

        /// <summary>Called by the compiler for a placeholder.</summary>
        public void AppendFormatted(long number) => _target.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
