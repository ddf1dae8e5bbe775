using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes an action and its nested <c>Result</c>.</summary>
internal sealed class ActionEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly MemberEmitter _members = new(writer, options);
    private readonly ArgumentCheckEmitter _checks = new(writer);
    private readonly EnumerationEmitter _enumerations = new(writer, options);

    public void Emit(CatalogAction action)
    {
        Documentation(action);
        if (SinceVersion.IsValid(action.Since))
        {
            writer.Line();
            writer.Add("[ZStack::Since(\"").Add(action.Since!).Add("\")]").End();
        }

        writer.Line().Add(options.IsPublic ? "public" : "internal").Add(" sealed partial class ").Add(action.TypeName).Add(" : ZStack::")
            .Add(action.IsQuery ? "ZStackQueryAction<" : "ZStackAction<").Add(action.TypeName).Add(".Result>").End();
        writer.Open();
        Descriptor(action);
        foreach (CatalogMember parameter in action.Parameters)
        {
            writer.Blank();
            _members.Parameter(parameter);
        }

        writer.Blank();
        writer.Line("public override ZStack::ApiDescriptor Api => s_api;");
        WritePath(action);
        WriteArguments(action, "WriteQuery", "ZStack::QueryWriter query", "query", static member => member.Location == ParameterLocation.Query);
        WriteArguments(action, "WriteBody", "ZStack::JsonBodyWriter body", "body", static member => member.Location == ParameterLocation.Body && member.InWrapper);
        WriteArguments(action, "WriteBodyOutsideWrapper", "ZStack::JsonBodyWriter body", "body", static member => member.Location == ParameterLocation.Body && !member.InWrapper);
        writer.Blank();
        writer.Line("protected override Result ReadResult(ref ZStack::ZStackJsonReader reader) => Result.Read(ref reader);");
        writer.Blank();
        Result(action);
        foreach (CatalogEnumeration enumeration in action.Enumerations)
        {
            writer.Blank();
            _enumerations.Emit(enumeration, action.TypeName);
        }

        writer.Close();
    }

    private void Documentation(CatalogAction action)
    {
        StringBuilder text = writer.Line().Add("/// <summary>").Builder;
        if (string.IsNullOrWhiteSpace(action.Description))
            XmlDoc.AppendCode(text, action.Name);
        else
            XmlDoc.AppendText(text, action.Description!);
        text.Append("</summary>");
        writer.End();
        text = writer.Line().Add("/// <remarks>").Builder;
        XmlDoc.AppendCode(text, action.Method + " " + action.Path);
        text.Append('.');
        if (action.IsAsync is { } isAsync)
            text.Append(isAsync ? " Asynchronous." : " Synchronous.");
        if (!action.RequiresSession)
            text.Append(" No session required.");
        if (!string.IsNullOrEmpty(action.Since))
        {
            text.Append(" Since ");
            XmlDoc.AppendText(text, action.Since!);
            text.Append('.');
        }

        text.Append("</remarks>");
        writer.End();
    }

    private void Descriptor(CatalogAction action)
    {
        StringBuilder text = writer.Line().Add("private static readonly ZStack::ApiDescriptor s_api = new(").Builder;
        CSharpLiteral.Append(text, action.Name);
        text.Append(", ");
        CSharpLiteral.Append(text, action.Method);
        text.Append(", ");
        CSharpLiteral.Append(text, action.Path);
        text.Append(", ").Append(Traits(action)).Append(')');
        string separator = " { ";
        if (action.Wrapper is not null)
        {
            text.Append(separator).Append("Wrapper = ");
            CSharpLiteral.Append(text, action.Wrapper);
            separator = ", ";
        }

        if (action.AlternatePaths.Count > 0)
        {
            text.Append(separator).Append("AlternatePaths = new[] { ");
            for (int i = 0; i < action.AlternatePaths.Count; i++)
            {
                if (i > 0)
                    text.Append(", ");
                CSharpLiteral.Append(text, action.AlternatePaths[i]);
            }

            text.Append(" }");
            separator = ", ";
        }

        if (SinceVersion.IsValid(action.Since))
        {
            text.Append(separator).Append("Since = \"").Append(action.Since).Append('"');
            separator = ", ";
        }

        text.Append(separator == ", " ? " };" : ";");
        writer.End();
    }

    private static string Traits(CatalogAction action)
    {
        string traits = "";
        if (action.IsAsync == true)
            traits = "ZStack::ApiTraits.Asynchronous";
        if (action.RequiresSession)
            traits += (traits.Length > 0 ? " | " : "") + "ZStack::ApiTraits.RequiresSession";
        if (action.IsQuery)
            traits += (traits.Length > 0 ? " | " : "") + "ZStack::ApiTraits.Query";
        return traits.Length > 0 ? traits : "ZStack::ApiTraits.None";
    }

    /// <summary>Writes the path piece by piece. A path without variables is written by the base class.</summary>
    private void WritePath(CatalogAction action)
    {
        string path = action.Path;
        int open = path.IndexOf('{');
        if (open < 0)
            return;
        writer.Blank();
        writer.Line("protected override void WritePath(ref ZStack::PathWriter path)");
        writer.Open();
        int start = 0;
        while (open >= 0)
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                break;
            PathLiteral(path.Substring(start, open - start));
            string variable = path.Substring(open + 1, close - open - 1);
            CatalogMember member = Find(action, variable);
            _checks.Emit(member, "path", IsNullable(member));
            StringBuilder text = writer.Line().Add("path.Segment(").Builder;
            CSharpLiteral.Append(text, member.Name);
            text.Append(", ").Append(Written(member)).Append(");");
            writer.End();
            start = close + 1;
            open = path.IndexOf('{', start);
        }

        PathLiteral(path.Substring(start));
        writer.Close();
    }

    private void PathLiteral(string text)
    {
        if (text.Length == 0)
            return;
        writer.Line().Add("path.Literal(");
        CSharpLiteral.Append(writer.Builder, text);
        writer.Add(");").End();
    }

    private string Written(CatalogMember member) => TypeText.Written(member, IsNullable(member));

    private bool IsNullable(CatalogMember member) => !member.IsRequired || !options.HasRequired;

    private static CatalogMember Find(CatalogAction action, string variable)
    {
        foreach (CatalogMember member in action.Parameters)
        {
            if (member.Location == ParameterLocation.Path && string.Equals(member.PathVariable ?? member.Name, variable, StringComparison.Ordinal))
                return member;
        }

        throw new InvalidOperationException("The path variable '" + variable + "' has no parameter.");
    }

    private void WriteArguments(CatalogAction action, string method, string parameter, string target, Predicate<CatalogMember> isWanted)
    {
        var members = new List<CatalogMember>();
        foreach (CatalogMember member in action.Parameters)
        {
            if (isWanted(member))
                members.Add(member);
        }

        if (members.Count == 0)
            return;
        writer.Blank();
        writer.Line().Add("protected override void ").Add(method).Add("(ref ").Add(parameter).Add(")").End();
        writer.Open();
        foreach (CatalogMember member in members)
        {
            bool isQuery = target == "query";
            _checks.Emit(member, target, IsNullable(member));
            writer.Line().Add(target).Add(".").Add(isQuery ? MemberEmitter.QueryMethod(member, member.IsRequired) : _members.BodyMethod(member, member.IsRequired)).Add("(");
            if (isQuery)
                CSharpLiteral.Append(writer.Builder, member.Name);
            else
                _members.Name(member.Name);
            writer.Add(", ").Add(Written(member)).Add(");").End();
        }

        writer.Close();
    }

    /// <summary>What hides a type's name inside <c>Result</c> beside its own properties: inherited ones and those of the action around it.</summary>
    private static EquatableArray<string> NamesAround(CatalogAction action)
    {
        var names = new List<string>(CatalogAction.InheritedNames);
        foreach (CatalogMember parameter in action.Parameters)
            names.Add(parameter.Identifier);
        return names.ToEquatableArray();
    }

    private void Result(CatalogAction action)
    {
        var types = new TypeText(options, action.Result, NamesAround(action));
        writer.Line().Add("/// <summary>The result of <see cref=\"").Add(action.TypeName).Add("\"/>.</summary>").End();
        writer.Line("public sealed partial class Result : ZStack::ZStackResult");
        writer.Open();
        foreach (CatalogMember member in action.Result)
        {
            _members.Field(member, types);
            writer.Blank();
        }

        _members.ReadFactory("Result", hidesBase: false);
        if (action.Result.Count > 0)
        {
            writer.Blank();
            _members.ReadMember(action.Result, types);
            writer.Blank();
            _members.WriteMembers(action.Result, hasBase: true);
        }

        writer.Close();
    }
}
