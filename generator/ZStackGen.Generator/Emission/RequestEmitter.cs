using System;
using System.Collections.Generic;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the request of an action: the path, the query string, and the body inside and outside its wrapper.</summary>
internal sealed class RequestEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly MemberEmitter _members = new(writer, options);
    private readonly ArgumentCheckEmitter _checks = new(writer);

    /// <param name="action">The action.</param>
    /// <param name="types">The types of its parameters.</param>
    /// <param name="inheritsTags">Whether the base class has the tags and writes them.</param>
    public void Emit(CatalogAction action, TypeText types, bool inheritsTags)
    {
        Path(action, types);
        Query(action, types, inheritsTags);
        Body(action, $"WriteBody", isInWrapper: true, types, inheritsTags);
        Body(action, $"WriteBodyOutsideWrapper", isInWrapper: false, types, inheritsTags);
    }

    /// <summary>Writes the arguments in the path. The runtime writes the rest of the path, which the descriptor states.</summary>
    private void Path(CatalogAction action, TypeText types)
    {
        string path = action.Path;
        int open = path.IndexOf('{');
        if (open < 0)
            return;
        Dictionary<string, CatalogMember> variables = Variables(action);
        writer.EndLine();
        writer.Line($"protected override void WritePath(ref {RuntimeNames.PathWriter} path)");
        writer.Open();
        while (open >= 0)
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                break;
            string variable = path.Substring(open + 1, close - open - 1);
            if (!variables.TryGetValue(variable, out CatalogMember? member))
                throw new InvalidOperationException("The path variable '" + variable + "' has no parameter.");
            _checks.Emit(member, $"path", TypeText.Storage(member, options.HasRequired), IsNullable(member), types);
            writer.Line($"path.Segment({new Literal(member.Name)}, {Written(member)});");
            open = path.IndexOf('{', close);
        }

        writer.Close();
    }

    private void Query(CatalogAction action, TypeText types, bool inheritsTags)
    {
        List<CatalogMember> members = Members(action, member => member.Location == ParameterLocation.Query && !(inheritsTags && CommonTags.Has(member)));
        if (members.Count == 0)
            return;
        writer.EndLine();
        writer.Line($"protected override void WriteQuery(ref {RuntimeNames.QueryWriter} query)");
        writer.Open();
        foreach (CatalogMember member in members)
        {
            _checks.Emit(member, $"query", TypeText.Storage(member, options.HasRequired), IsNullable(member), types);
            Argument(member, $"query", MemberEmitter.QueryMethod(member), $"{new Literal(member.Name)}", hasRequiredString: true);
        }

        if (inheritsTags && action.Method is not ("POST" or "PUT"))
            writer.Line($"base.WriteQuery(ref query);");
        writer.Close();
    }

    private void Body(CatalogAction action, Code method, bool isInWrapper, TypeText types, bool inheritsTags)
    {
        List<CatalogMember> members = Members(action, member => member.Location == ParameterLocation.Body && member.InWrapper == isInWrapper && !(inheritsTags && CommonTags.Has(member)));
        if (members.Count == 0)
            return;
        writer.EndLine();
        writer.Line($"protected override void {method}(ref {RuntimeNames.BodyWriter} body)");
        writer.Open();
        foreach (CatalogMember member in members)
        {
            _checks.Emit(member, $"body", TypeText.Storage(member, options.HasRequired), IsNullable(member), types);
            Argument(member, $"body", _members.BodyMethod(member), _members.Name(member.Name), _members.HasUtf8Name(member));
        }

        if (inheritsTags && !isInWrapper)
            writer.Line($"base.{method}(ref body);");
        writer.Close();
    }

    private static List<CatalogMember> Members(CatalogAction action, Predicate<CatalogMember> isWanted)
    {
        var members = new List<CatalogMember>();
        foreach (CatalogMember member in action.Parameters)
        {
            if (isWanted(member))
                members.Add(member);
        }

        return members;
    }

    private static Dictionary<string, CatalogMember> Variables(CatalogAction action)
    {
        var variables = new Dictionary<string, CatalogMember>(StringComparer.Ordinal);
        foreach (CatalogMember member in action.Parameters)
        {
            string variable = member.PathVariable ?? member.Name;
            if (member.Location == ParameterLocation.Path && !variables.ContainsKey(variable))
                variables.Add(variable, member);
        }

        return variables;
    }

    /// <summary>Writes a parameter. Before a required parameter, writes the check that it has a value, unless the language ensures it.</summary>
    private void Argument(CatalogMember member, Code target, Code method, Code name, bool hasRequiredString)
    {
        Code value = Written(member);
        bool isText = member.Type.Kind is ValueKind.String or ValueKind.OpenEnum;
        if (member.IsRequired && isText && hasRequiredString)
        {
            writer.Line($"{target}.RequiredString({name}, {value});");
            return;
        }

        // A value type cannot be null if the language has required members. The default of an enumeration has no text.
        if (member.IsRequired && (isText || IsNullable(member) || !TypeText.IsValueType(member.Type)))
            writer.Line($"{target}.Require({name}, {value});");
        writer.Line($"{target}.{method}({name}, {value});");
    }

    private Code Written(CatalogMember member) => TypeText.Written(member, TypeText.Storage(member, options.HasRequired), IsNullable(member));

    private bool IsNullable(CatalogMember member) => !member.IsRequired || !options.HasRequired;
}
