using Esms.Toolkit.Package.Tests.Harness;

[assembly: AssemblyFixture(typeof(PackedToolkit))]
