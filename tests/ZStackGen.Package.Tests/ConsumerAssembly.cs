using System;
using System.Linq;
using Mono.Cecil;

namespace ZStackGen.Package.Tests;

/// <summary>The content of a consumer's compiled assembly, read without loading it.</summary>
public sealed class ConsumerAssembly
{
    private readonly ModuleDefinition _module;

    private ConsumerAssembly(ModuleDefinition module) => _module = module;

    public static ConsumerAssembly Open(string path) => new(ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true }));

    public bool IsPublic(string type) => Type(type).IsPublic;

    public bool IsRequired(string type, string property) => Attribute(Property(type, property), "System.Runtime.CompilerServices.RequiredMemberAttribute") is not null;

    /// <summary>Returns the version in <c>[Since]</c>, or <see langword="null"/> if there is none.</summary>
    public string? Since(string type, string? property = null)
    {
        CustomAttribute? since = Attribute(property is null ? Type(type) : Property(type, property), "ZStack.SinceAttribute");
        return (string?)since?.ConstructorArguments[0].Value;
    }

    public string BaseType(string type) => Type(type).BaseType!.FullName!;

    public string PropertyType(string type, string property) => Property(type, property).PropertyType.FullName;

    private TypeDefinition Type(string name) => _module.GetType(name) ?? throw new InvalidOperationException($"{_module.Name} has no type {name}.");

    private PropertyDefinition Property(string type, string name) =>
        Type(type).Properties.SingleOrDefault(p => p.Name == name) ?? throw new InvalidOperationException($"{type} has no property {name}.");

    private static CustomAttribute? Attribute(ICustomAttributeProvider member, string name) => member.CustomAttributes.SingleOrDefault(a => a.AttributeType.FullName == name);
}
