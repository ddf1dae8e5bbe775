using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>
/// A fragment of C#, written as an interpolated string whose placeholders accept other fragments and numbers: <c>Code call =
/// $"reader.{method}()";</c>.
/// The constant text of the interpolation is part of the generator.
/// </summary>
/// <param name="literalLength">The length of the constant text, supplied by the compiler.</param>
/// <param name="formattedCount">The number of placeholders, supplied by the compiler.</param>
[InterpolatedStringHandler]
internal sealed class Code(int literalLength, int formattedCount) : ICodePart
{
    private readonly StringBuilder? _composed = formattedCount == 0 ? null : new StringBuilder(literalLength + (formattedCount * 16));
    private string? _constant;

    /// <summary>Gets the empty fragment.</summary>
    public static Code None { get; } = new(0, 0);

    /// <summary>Returns one of two fragments. A conditional expression would convert them to strings.</summary>
    public static Code If(bool condition, Code then, Code otherwise) => condition ? then : otherwise;

    /// <summary>Returns a fragment if the condition is true; otherwise, the empty fragment.</summary>
    public static Code If(bool condition, Code then) => condition ? then : None;

    /// <summary>Returns a fragment for each item, separated by commas.</summary>
    public static Code Join<T>(IEnumerable<T> items, Func<T, Code> write)
    {
        var joined = new Code(0, 1);
        string separator = "";
        foreach (T item in items)
        {
            joined._composed!.Append(separator);
            write(item).AppendTo(joined._composed);
            separator = ", ";
        }

        return joined;
    }

    /// <summary>Called by the compiler for the constant text of an interpolation.</summary>
    public void AppendLiteral(string value)
    {
        if (_composed is null)
            _constant = value;
        else
            _composed.Append(value);
    }

    /// <summary>Called by the compiler for a placeholder.</summary>
    public void AppendFormatted<T>(T part)
        where T : ICodePart => part.AppendTo(_composed!);

    /// <summary>Called by the compiler for a placeholder.</summary>
    public void AppendFormatted(long number) => _composed!.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void AppendTo(StringBuilder target)
    {
        if (_composed is null)
            target.Append(_constant);
        else
            target.Append(_composed.ToString());
    }
}
