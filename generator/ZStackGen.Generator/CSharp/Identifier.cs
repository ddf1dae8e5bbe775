using System;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ZStackGen.Generator.CSharp;

/// <summary>A name in C#. Only valid identifiers are accepted; a keyword gets the prefix <c>@</c>.</summary>
internal readonly struct Identifier : ICodePart
{
    private readonly string _name;

    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">The name is not a valid identifier.</exception>
    public Identifier(string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new InvalidOperationException("The writer received a name that is not a valid C# identifier.");
        _name = name;
    }

    /// <summary>Returns names separated by dots, such as a namespace.</summary>
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
