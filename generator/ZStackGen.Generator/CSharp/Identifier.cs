using System;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ZStackGen.Generator.CSharp;

/// <summary>A name in C#. What is no valid identifier cannot become one; a keyword gets its <c>@</c>.</summary>
internal readonly struct Identifier : ICodePart
{
    private readonly string _name;

    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">It is no identifier.</exception>
    public Identifier(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new InvalidOperationException("A name that is no C# identifier reached the writer.");
        _name = name;
    }

    /// <summary>Names with dots between them, such as a namespace.</summary>
    public static Code Path(string dotted)
    {
        int dot = dotted.IndexOf('.');
        if (dot < 0)
            return $"{new Identifier(dotted)}";
        return $"{new Identifier(dotted.Substring(0, dot))}.{Path(dotted.Substring(dot + 1))}";
    }

    /// <inheritdoc/>
    public void AppendTo(StringBuilder target)
    {
        if (SyntaxFacts.GetKeywordKind(_name) != SyntaxKind.None)
            target.Append('@');
        target.Append(_name);
    }
}
