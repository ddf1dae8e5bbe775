using System;
using System.Collections.Generic;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes an action and its nested <c>Result</c>.</summary>
internal sealed class ActionEmitter(SourceWriter writer, EmitOptions options, EquatableArray<ActionFields> newerFields)
{
    private readonly Documentation _documentation = new(writer);
    private readonly AttributeEmitter _attributes = new(writer);
    private readonly MemberEmitter _members = new(writer, options);
    private readonly RequestEmitter _requests = new(writer, options);
    private readonly ResultEmitter _results = new(writer, options);
    private readonly EnumerationEmitter _enumerations = new(writer, options);

    /// <summary>Returns the lines about newer fields in the parameters of the action.</summary>
    public static EquatableArray<string> NewerFieldsOf(CatalogAction action, EquatableArray<ActionFields> newerFields)
    {
        foreach (ActionFields fields in newerFields)
        {
            if (fields.Action == action.Name)
                return fields.Lines;
        }

        return default;
    }

    public void Emit(CatalogAction action)
    {
        var name = new Identifier(action.TypeName);
        _documentation.Action(action);
        _attributes.Type(action.Since, action.Description);
        bool inheritsTags = CommonTags.AreInherited(action);
        Code parent = action.IsQuery ? RuntimeNames.QueryAction : inheritsTags ? RuntimeNames.TaggedAction : RuntimeNames.Action;
        writer.Line($"{Code.If(options.IsPublic, $"public", $"internal")} sealed partial class {name} : {parent}<{name}.Result>");
        writer.Open();
        Descriptor(action);
        var types = new TypeText(options, action.Parameters, CatalogAction.InheritedNames);
        foreach (CatalogMember parameter in action.Parameters)
        {
            if (inheritsTags && CommonTags.Has(parameter))
                continue;
            writer.EndLine();
            _members.Parameter(parameter, types, action.Since);
        }

        writer.EndLine();
        writer.Line($"public override {RuntimeNames.ApiDescriptor} Api => s_api;");
        _requests.Emit(action, types, inheritsTags);
        writer.EndLine();
        // The base classes of queries and of actions with tags have the same method. A method of each action would cost the compiler more.
        if (!action.IsQuery && !inheritsTags)
        {
            writer.Line($"protected override Result ReadResult(ref {RuntimeNames.Reader} reader) => reader.ReadMembers(new Result());");
            writer.EndLine();
        }

        _results.Emit(action);
        foreach (CatalogEnumeration enumeration in action.Enumerations)
        {
            writer.EndLine();
            _enumerations.Emit(enumeration, action.TypeName);
        }

        new SystemTagEmitter(writer).Emit(action.SystemTags);
        writer.Close();
    }

    private void Descriptor(CatalogAction action)
    {
        writer.Add($"private static readonly {RuntimeNames.ApiDescriptor} s_api = new({new Literal(action.Name)}, {new Literal(action.Method)}, {new Literal(action.Path)}{Traits(action)})");
        var settings = new List<Code>();
        if (action.Wrapper is not null && action.Wrapper != UsualWrapper(action))
            settings.Add($"Wrapper = {new Literal(action.Wrapper)}");
        if (action.AlternatePaths.Count > 0)
        {
            settings.Add($"AlternatePaths = new[] {{ {Code.Join(action.AlternatePaths, static path => $"{new Literal(path)}")} }}");
        }

        if (AttributeEmitter.Comparable(action.Since) is { } since)
            settings.Add($"Since = {new Literal(since)}");
        if (NewerParameters(action) is { Length: > 0 } newer)
            settings.Add($"NewerParameters = {new Literal(newer)}");
        for (int i = 0; i < settings.Count; i++)
            writer.Add($"{Code.If(i == 0, $" {{ ", $", ")}{settings[i]}");
        writer.Line($"{Code.If(settings.Count > 0, $" }}")};");
    }

    /// <summary>Returns the wrapper that the runtime's descriptor assumes. Stating this wrapper would only enlarge the code.</summary>
    private static string UsualWrapper(CatalogAction action) =>
        action.Method == "POST" || action.Name.Length == 0 ? "params" : char.ToLowerInvariant(action.Name[0]) + action.Name.Substring(1);

    /// <summary>
    /// The parameters, and fields of their structures, that the client can leave out for an older server, as one text: a table would cost the compiler a method and the
    /// program its memory, and most programs never read it.
    /// </summary>
    private string NewerParameters(CatalogAction action)
    {
        var lines = new List<string>();
        foreach (CatalogMember parameter in action.Parameters)
        {
            if (parameter.Location != ParameterLocation.Path && AttributeEmitter.IsLater(parameter.Since, action.Since))
                lines.Add(AttributeEmitter.Comparable(parameter.Since) + " " + parameter.Name);
        }

        lines.AddRange(NewerFieldsOf(action, newerFields));
        return string.Join("\n", lines);
    }

    /// <summary>Returns the argument for the traits; nothing for the usual trait, a session, which is the default of the parameter.</summary>
    private static Code Traits(CatalogAction action)
    {
        bool isSynchronous = action.Method != "GET" && !SyncApis.IsAsync(action);
        if (action.RequiresSession && action.IsAsync != true && !action.IsQuery && !isSynchronous)
            return Code.None;
        Code? traits = null;
        Add(action.IsAsync == true, $"Asynchronous");
        Add(action.RequiresSession, $"RequiresSession");
        Add(action.IsQuery, $"Query");
        Add(isSynchronous, $"Synchronous");
        return $", {traits ?? $"{RuntimeNames.ApiTraits}.None"}";

        void Add(bool has, Code trait)
        {
            if (has)
                traits = Code.If(traits is null, $"{RuntimeNames.ApiTraits}.{trait}", $"{traits ?? Code.None} | {RuntimeNames.ApiTraits}.{trait}");
        }
    }
}
